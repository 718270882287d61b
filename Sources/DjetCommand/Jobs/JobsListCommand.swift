import ArgumentParser
import DjetModel
import DjetStore

/// Lists the jobs: those that run, then the other live ones, then the ended ones.
struct JobsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "list",
            "Lists jobs: what runs, then what else is live, then what has ended; of each, the last first.",
            examples: [
                "jobs list --queue slow --limit 100", "jobs list --status error --json",
            ] + Application.current.examples(of: "jobs list", or: ["jobs list --kind mail.send-letter"]))
    }

    @Option(help: "Of this queue.") var queue: String?
    @Option(
        help: "In this status: \(JobStatus.allCases.map(\.rawValue).joined(separator: ", ")).",
        transform: Self.status)
    var status: JobStatus?
    @Option(help: "Of this kind: a function's name.") var kind: String?
    @Option(help: "How many at the most.") var limit = 50
    @Option(
        help: ArgumentHelp("Where the page before ended, as it said: the next page.", valueName: "mark"),
        transform: Self.cursor)
    var after: JobCursor?
    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError(
                "--limit is \(limit): take a number from 1 to 10000, and --after for the rest")
        }
    }

    func run() async throws {
        let search = JobSearch(queue: queue, kind: kind, status: status)
        let page = try await withSession(target) {
            try await $0.model.findJobs(search, after: after, limit: limit)
        }
        if json {
            Terminal.output.line(JSONTree.array(try page.jobs.map { try $0.object.tree }).compact)
        } else {
            show(page.jobs)
        }
        if let next = page.next { Terminal.error.line("There may be more: --after \(next)") }
    }

    private func show(_ jobs: [JobSummary]) {
        guard !jobs.isEmpty else { return Terminal.error.line("There are no such jobs.") }
        var table = Table(header: ["TICKET", "KIND", "STATUS", "ATTEMPT", "OFFLOADED", "TOOK", "NOTE"])
        table.numbers = [3, 5]
        table.rows = jobs.map(\.row)
        table.ink = { column, text in column == 2 ? JobStatus.inked(text) : text }
        Terminal.output.line(table.text)
    }

    private static func cursor(_ text: String) throws -> JobCursor {
        guard let cursor = JobCursor(text) else {
            throw ValidationError("“\(text)” is no mark: take it from the last line of the page before")
        }
        return cursor
    }

    private static func status(_ text: String) throws -> JobStatus {
        guard let status = JobStatus(rawValue: text) else {
            let known = JobStatus.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” is no status: take one of \(known)")
        }
        return status
    }
}
