import ArgumentParser
import DjetJSON
import DjetModel
import DjetStore
import Foundation

/// Lists the jobs: those that run, then the other live ones, then the ended ones.
struct JobsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "list",
            "Lists running jobs, then other live jobs, then ended ones, each newest first.",
            examples: [
                "jobs list --queue slow --limit 100", "jobs list --status error --json",
            ] + Application.current.examples(of: "jobs list", or: ["jobs list --kind mail.send-letter"]))
    }

    @OptionGroup var filter: JobSearchOptions
    @Option(help: "The maximum number of jobs.") var limit = 50
    @Option(
        help: ArgumentHelp("The mark that ended the previous page, to list the next one.", valueName: "mark"),
        transform: Self.cursor)
    var after: JobCursor?
    @Flag(help: "Print JSON: a list of objects.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else {
            throw ValidationError(
                "--limit must be from 1 to 10000 (got \(limit)); use --after for the rest")
        }
    }

    func run() async throws {
        let search = try filter.checkedSearch()
        let page = try await withSession(target) {
            try await $0.model.findJobs(search, after: after, limit: limit)
        }
        if json {
            Terminal.output.line(JSONTree.array(try page.jobs.map { try $0.object.tree }).compact)
        } else {
            show(page.jobs, areAll: page.next == nil)
        }
        if let next = page.next { Terminal.error.line("There may be more: --after \(next)") }
    }

    private func show(_ jobs: [JobSummary], areAll: Bool) {
        guard !jobs.isEmpty else {
            return Terminal.error.line(
                areAll ? "No jobs found." : "No jobs found among the latest; the others were not looked at.")
        }
        var table = Table(header: ["TICKET", "KIND", "STATUS", "ATTEMPT", "OFFLOADED", "TOOK", "REMARK"])
        table.numbers = [3, 5]
        table.rows = jobs.map(\.row)
        table.ink = { column, text in column == 2 ? JobStatus.inked(text) : text }
        Terminal.output.line(table.text)
    }

    private static func cursor(_ text: String) throws -> JobCursor {
        guard let cursor = JobCursor(text) else {
            throw ValidationError("“\(text)” is not a mark: copy it from the last line of the previous page")
        }
        return cursor
    }
}
