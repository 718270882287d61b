import ArgumentParser
import DjetModel

/// Cancels a job.
struct JobsCancelCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "cancel", "Cancels a job at once, or asks the worker that runs it to stop.",
            "It exits with status 1 if the job has already ended.",
            examples: ["jobs cancel default.42"])
    }

    @Argument(help: "The ticket: queue and number, such as slow.42.", transform: TicketID.typed) var ticket:
        TicketID
    @Flag(help: "Print JSON: {\"ticket\": …, \"status\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let status = try await withSession(target, queueAlone: true) { session in
            let before = try await session.model.visibleTicket(ticket, orRight: true).status
            guard !before.isEnded else { throw tooLate(before) }
            return try await session.model.cancel(ticket)
        }
        // The job may have ended since its status was read.
        guard !status.isEnded || status == .cancelled else { throw tooLate(status) }
        try ChangedJob(ticket: ticket, status: status).show(
            json: json,
            status == .cancelled
                ? "\(ticket) is cancelled." : "\(ticket) is running; its worker has been asked to stop it.")
    }

    private func tooLate(_ status: JobStatus) -> CommandFailure {
        CommandFailure(.failed, "\(ticket) cannot be cancelled: it has already ended as \(status.rawValue)")
    }
}
