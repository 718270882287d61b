import ArgumentParser
import DjetModel

/// Brings a job, or all that match filters, back to the line.
struct JobsRetryCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "retry",
            "Brings a failed or cancelled job back to the line, or runs a scheduled one now.",
            """
            A job that was to run later runs as soon as it can. Filters choose many failed, cancelled or scheduled jobs.
            """,
            examples: [
                "jobs retry default.42", "jobs retry --status error --since 2026-11-21 --yes",
            ])
    }

    @OptionGroup var choice: JobChoice
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        guard let ticket = choice.ticket else {
            return try await BulkRun(action: .retry, choice: choice).run(on: target)
        }
        let status = try await withSession(target) { session in
            try await session.model.noting("job.retry", "\(ticket)") { model in
                (try await model.bringBack(ticket), [:])
            }
        }
        try ChangedJob(ticket: ticket, status: status).show(
            json: choice.json,
            status == .entered
                ? "\(ticket) is back in the line."
                : "\(ticket) is back, and waits for the jobs it depends on.")
    }
}
