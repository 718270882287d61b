import ArgumentParser
import DjetModel

/// Takes a role away.
struct UsersRevokeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "revoke", "Revokes a user's role.", "The last administrator keeps the role.",
            examples: ["users revoke ada operator"])
    }

    @Argument(help: "The user's sign-in name.") var name: String
    @Argument(help: "The role.") var role: String
    @Flag(help: "Print the user as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let user = try await withSession(target) { session in
            try await session.model.revoke(role: role, from: name)
            return ListedUser(try await session.model.user(name))
        }
        try user.show(json: json, "\(user.name) has \(user.rolesInWords).")
    }
}
