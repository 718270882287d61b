import ArgumentParser
import DjetModel

/// The jobs, newest first.
struct JobsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "list", "Lists jobs, the newest first.",
            examples: [
                "jobs list --queue slow --limit 100", "jobs list --status error --json",
                "jobs list --before 4000",
            ])
    }

    @Option(help: "Of this queue.") var queue: String?
    @Option(
        help: "In this status: \(JobStatus.allCases.map(\.rawValue).joined(separator: ", ")).",
        transform: Self.status)
    var status: JobStatus?
    @Option(help: "Of this kind: a function's name.") var kind: String?
    @Option(help: "How many at the most.") var limit = 50
    @Option(help: ArgumentHelp("With a number below this one: the next page.", valueName: "number"))
    var before: Int64?
    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is \(limit): take a number from 1 upwards") }
    }

    func run() async throws {
        let filter = JobFilter(queue: queue, kind: kind, status: status, before: before, limit: limit)
        let jobs = try await withSession(target) { try await $0.model.jobs(filter) }
        guard json else { return show(jobs) }
        Terminal.output.line(JSONTree.array(try jobs.map { try $0.object.tree }).compact)
    }

    private func show(_ jobs: [JobRecord]) {
        guard let last = jobs.last else { return Terminal.error.line("There are no such jobs.") }
        var table = Table(header: ["TICKET", "KIND", "STATUS", "ATTEMPT", "OFFLOADED", "TOOK", "NOTE"])
        table.numbers = [3, 5]
        table.rows = jobs.map(\.row)
        table.ink = { column, text in column == 2 ? JobStatus.inked(text) : text }
        Terminal.output.line(table.text)
        if jobs.count == limit { Terminal.error.line("There may be more: --before \(last.id)") }
    }

    private static func status(_ text: String) throws -> JobStatus {
        guard let status = JobStatus(rawValue: text) else {
            let known = JobStatus.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” is no status: take one of \(known)")
        }
        return status
    }
}
