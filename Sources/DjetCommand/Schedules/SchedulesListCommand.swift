import ArgumentParser
import DjetJSON
import DjetModel

/// Lists the schedules by name.
struct SchedulesListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "list", "Lists schedules by name, with their next times and last jobs.",
            examples: ["schedules list", "schedules list --search letters --json"])
    }

    @Option(help: "Only schedules with this text in their names.") var search: String?
    @Option(help: ArgumentHelp("Only schedules after this name: the next page.", valueName: "name"))
    var after: String?
    @Option(help: "The maximum number of schedules.") var limit = 100
    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError(
                "--limit must be from 1 to 10000 (got \(limit)); use --after for the rest")
        }
    }

    func run() async throws {
        let schedules = try await withSession(target) {
            try await $0.model.schedules(search: search?.lowercased(), after: after, limit: limit)
        }
        if json {
            Terminal.output.line(JSONTree.array(try schedules.map { try $0.object.tree }).compact)
        } else {
            show(schedules)
        }
        guard schedules.count == limit, let last = schedules.last else { return }
        Terminal.error.line("There may be more: --after \(last.name)")
    }

    private func show(_ schedules: [ScheduleRecord]) {
        guard !schedules.isEmpty else { return Terminal.error.line("No schedules found.") }
        var table = Table(header: ["NAME", "RULE", "ZONE", "NEXT", "LAST JOB", "STATUS", "STATE"])
        table.rows = schedules.map(\.row)
        table.ink = { column, text in column == 5 ? JobStatus.inked(text) : text }
        Terminal.output.line(table.text)
    }
}
