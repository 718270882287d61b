import ArgumentParser
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

    @Argument(
        help: "The ticket: queue and number, such as slow.42. Without it, the filters choose the jobs.",
        transform: TicketID.typed)
    var ticket: TicketID?
    @OptionGroup(title: "Filters") var filter: JobFilterOptions
    @Flag(help: "Print JSON: {\"ticket\": …, \"status\": …}; of many jobs {\"amount\": …, \"done\": …}.")
    var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        try filter.check(besides: ticket)
    }

    func run() async throws {
        guard let ticket else {
            return try await BulkRun(action: .delete, filter: filter, json: json).run(on: target)
        }
        let status = try await withSession(target) { try await $0.model.delete(ticket) }
        try ChangedJob(ticket: ticket, status: status).show(json: json, "\(ticket) is deleted.")
    }
}
