import ArgumentParser
import DjetModel

/// Brings a job back to the line.
struct JobsRetryCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "retry",
            "Brings a job that failed or was cancelled back to the line; lets a scheduled one run now.",
            examples: ["jobs retry default.42"])
    }

    @Argument(help: "Queue and number, such as slow.42.", transform: TicketID.typed) var ticket: TicketID
    @Flag(help: "Print JSON: {\"ticket\": …, \"status\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let status = try await withSession(target) { try await $0.model.bringBack(ticket) }
        try JobOutcome(ticket: ticket, status: status).show(
            json: json,
            status == .entered
                ? "\(ticket) is back in the line."
                : "\(ticket) is back, and waits for the jobs that it needs.")
    }
}
