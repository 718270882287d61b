import ArgumentParser
import DjetModel

/// Keeps a user out.
struct UsersDisableCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "disable", "Keeps a user out from now on.",
            """
            Their sessions end at once, and their API tokens and invitation are gone. The last administrator \
            stays.
            """,
            examples: ["users disable ada"])
    }

    @Argument(help: "The name they sign in with.") var name: String
    @Flag(help: "Print the user as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let user = try await withSession(target) { session in
            try await session.model.disableUser(name)
            return UserLine(try await session.model.user(name))
        }
        try user.show(json: json, "\(user.name) is disabled.")
    }
}
