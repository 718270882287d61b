import ArgumentParser
import DjetModel

/// Keeps a user out.
struct UsersDisableCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "disable", "Disables a user, who can no longer sign in.",
            """
            Their sessions end at once, and their API tokens and invitation are revoked. The last administrator \
            cannot be disabled.
            """,
            examples: ["users disable ada"])
    }

    @Argument(help: "The user's sign-in name.") var name: String
    @Flag(help: "Print the user as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let user = try await withSession(target) { session in
            try await session.model.disableUser(name)
            return ListedUser(try await session.model.user(name))
        }
        try user.show(json: json, "\(user.name) is disabled.")
    }
}
