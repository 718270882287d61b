import ArgumentParser
import DjetModel

/// Grants a role.
struct UsersGrantCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "grant", "Grants a role to a user.",
            "The roles are those that access rules name: `nodes list` shows them.",
            examples: ["users grant ada operator", "users grant ada administrator"])
    }

    @Argument(help: "The user's sign-in name.") var name: String
    @Argument(help: "The role.") var role: String
    @Flag(help: "Print the user as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let user = try await withSession(target) { session in
            try await session.model.grant(role: role, to: name)
            return ListedUser(try await session.model.user(name))
        }
        try user.show(json: json, "\(user.name) has \(user.rolesInWords).")
    }
}
