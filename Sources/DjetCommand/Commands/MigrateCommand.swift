import ArgumentParser
import DjetStore

/// Brings the tables and functions up to date.
struct MigrateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "migrate", "Brings the database to what this program needs, all of it or nothing.",
            "It may be run at any time, also while others run it, and while workers work.",
            examples: ["migrate", "migrate --database postgres://localhost/shop --json"])
    }

    @Option(
        help: ArgumentHelp(
            "How long to try again while a table that is to be altered is in use.", valueName: "seconds"))
    var patience = 600
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (0...86_400).contains(patience) else {
            throw ValidationError("--patience is “\(patience)”: take a number from 0 to 86400")
        }
    }

    func run() async throws {
        let report = try await withSession(target, isMigrated: false) { session in
            try await session.migrator.migrate(session.store, patience: .seconds(patience))
        }
        Terminal.output.line(json ? try JSON.text(of: report) : Self.text(of: report))
    }

    static func text(of report: Migrator.Report) -> String {
        let lines =
            report.applied.map { "applied    \($0)" }
            + report.functions.map { "installed  functions of \($0)" }
        return lines.isEmpty ? "Nothing to do: the database is up to date." : lines.joined(separator: "\n")
    }
}
