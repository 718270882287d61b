import ArgumentParser
import DjetJSON
import DjetStore

/// Brings the tables and functions up to date.
struct MigrateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "migrate", "Migrates the database to the version of this program, completely or not at all.",
            """
            It is safe to run at any time, also while others run it and while workers run. It plants the first nodes \
            of the site, and makes their roles, if there are none yet.
            """,
            examples: ["migrate", "migrate --database postgres://localhost/shop --json"])
    }

    @Option(
        help: ArgumentHelp(
            "The time to keep trying while a table to be altered is in use.", valueName: "seconds"))
    var patience = 600
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (0...86_400).contains(patience) else {
            throw ValidationError("--patience must be from 0 to 86400 (got \(patience))")
        }
    }

    func run() async throws {
        let report = try await withSession(target, isMigrated: false) { session in
            let report = try await session.migrator.migrate(session.store, patience: .seconds(patience))
            // Users can have their roles, and nodes can be added, before the site has been started.
            if Application.current.hasSite { try await session.plantSite() }
            return report
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
