import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore

/// Lists the users by name.
struct UsersListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "list", "Lists users by name, with their roles, second factors and tenants.",
            examples: ["users list", "users list --search love --json", "users list --after lovelace"])
    }

    @Option(help: "Only users with this text in one of their names.") var search: String?
    @Option(help: ArgumentHelp("Only users after this name: the next page.", valueName: "name")) var after:
        String?
    @Option(help: "The maximum number of users.") var limit = 100
    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError(
                "--limit must be from 1 to 10000 (got \(limit)); use --after for the rest")
        }
    }

    func run() async throws {
        let users = try await withSession(target) {
            try await $0.model.users(search: search, after: after, limit: limit).map(ListedUser.init)
        }
        guard json else { return show(users) }
        Terminal.output.line(try JSON.text(of: users))
    }

    private func show(_ users: [ListedUser]) {
        guard let last = users.last else { return Terminal.error.line("No users found.") }
        var table = Table(header: ["NAME", "FULL NAME", "STATE", "CODE", "SEEN", "TENANTS", "ROLES"])
        table.rows = users.map(\.row)
        Terminal.output.line(table.text)
        if users.count == limit { Terminal.error.line("There may be more: --after \(last.name)") }
    }
}
