import ArgumentParser
import DjetModel

/// Adds a user.
struct UsersAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "add", "Adds a user, who can sign in once they have accepted an invitation.",
            """
            There are no default passwords, and no command sets one: `users invite` makes a link with which \
            users set their own.
            """,
            examples: [
                "users add ada --full-name 'Ada Lovelace'",
                "users add grace --role administrator --role operator",
                "users add tom --role operator --tenant acme",
            ])
    }

    @Argument(help: "The sign-in name. It never changes.") var name: String
    @Option(help: "The display name (default: the same).") var fullName: String?
    @Option(
        name: .customLong("role"),
        help: ArgumentHelp("A role. May be given several times.", valueName: "role"))
    var roles: [String] = []
    @OptionGroup var confinement: TenantOptions
    @Flag(help: "Print the user as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let user = try await withSession(target) { session in
            ListedUser(
                try await session.model.addUser(
                    name, fullName: fullName, roles: Set(roles), tenants: confinement.tenants))
        }
        try user.show(
            json: json,
            "\(user.name) is added. Invite them: \(Application.current.name) users invite \(user.name)")
    }
}
