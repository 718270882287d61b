import ArgumentParser
import DjetModel

/// Takes a role away.
struct UsersRevokeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "revoke", "Takes a role from a user.", "The last administrator stays one.",
            examples: ["users revoke ada operator"])
    }

    @Argument(help: "The name they sign in with.") var name: String
    @Argument(help: "The role.") var role: String
    @Flag(help: "Print the user as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let user = try await withSession(target) { session in
            try await session.model.revoke(role: role, from: name)
            return UserLine(try await session.model.user(name))
        }
        let roles =
            user.roles.isEmpty
            ? "no roles but those of all" : "the roles \(user.roles.joined(separator: ", "))"
        try user.show(json: json, "\(user.name) has \(roles).")
    }
}
