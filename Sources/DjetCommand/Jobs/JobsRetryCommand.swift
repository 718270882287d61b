import ArgumentParser
import DjetModel

/// Brings a job back to the line.
struct JobsRetryCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "retry",
            "Brings a failed or cancelled job back to the line, or runs a scheduled one now.",
            examples: ["jobs retry default.42"])
    }

    @Argument(help: "The ticket: queue and number, such as slow.42.", transform: TicketID.typed) var ticket:
        TicketID
    @Flag(help: "Print JSON: {\"ticket\": …, \"status\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let status = try await withSession(target) { try await $0.model.bringBack(ticket) }
        try ChangedJob(ticket: ticket, status: status).show(
            json: json,
            status == .entered
                ? "\(ticket) is back in the line."
                : "\(ticket) is back, and waits for the jobs it depends on.")
    }
}
