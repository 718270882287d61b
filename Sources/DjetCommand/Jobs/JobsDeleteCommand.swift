import ArgumentParser
import DjetJSON
import DjetModel

/// Deletes an ended job, or all that match filters.
struct JobsDeleteCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "delete", "Deletes an ended job with its attempts and its log.",
            """
            It exits with status 1 if the job is live: cancel it first. Files stay until their retention is over. \
            Filters choose many ended jobs.
            """,
            examples: ["jobs delete default.42", "jobs delete --status finished --tag trial"])
    }

    @OptionGroup var choice: JobChoice
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        guard let ticket = choice.ticket else {
            return try await BulkRun(action: .delete, choice: choice).run(on: target)
        }
        let status = try await withSession(target) { session in
            try await session.model.noting("job.delete", "\(ticket)") { model in
                let status = try await model.delete(ticket)
                return (status, ["status": .text(status.rawValue)])
            }
        }
        try ChangedJob(ticket: ticket, status: status).show(json: choice.json, "\(ticket) is deleted.")
    }
}
