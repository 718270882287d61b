import ArgumentParser
import DjetModel

/// Changes a user's shown name and tenants.
struct UsersChangeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "change", "Changes a user's display name, or the tenants to which they are confined.",
            examples: [
                "users change ada --full-name 'Ada King'", "users change tom --tenant acme --tenant beta",
                "users change tom --all-tenants",
            ])
    }

    @Argument(help: "The user's sign-in name.") var name: String
    @Option(help: "The display name.") var fullName: String?
    @OptionGroup var confinement: TenantOptions
    @Flag(help: "Confine them to no tenant: they see the jobs of all.") var allTenants = false
    @Flag(help: "Print the user as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        let isConfined = !confinement.tenants.isEmpty
        if allTenants, isConfined {
            throw ValidationError("--all-tenants means every tenant: leave it out, or --tenant")
        }
        guard fullName != nil || allTenants || isConfined else {
            throw ValidationError("nothing to change: use --full-name, --tenant or --all-tenants")
        }
    }

    func run() async throws {
        let user = try await withSession(target) { session in
            let changed = try await session.model.transaction { model in
                if let fullName { try await model.changeUser(name, fullName: fullName) }
                if allTenants || !confinement.tenants.isEmpty {
                    try await model.setTenants(confinement.tenants, of: name)
                }
                return try await model.user(name)
            }
            return ListedUser(changed)
        }
        try user.show(
            json: json,
            "\(user.name) is shown as \(user.fullName), and confined to \(user.tenantsInWords).")
    }
}
