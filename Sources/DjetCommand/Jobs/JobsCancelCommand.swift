import ArgumentParser
import DjetJSON
import DjetModel

/// Cancels a job, or all that match filters.
struct JobsCancelCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "cancel", "Cancels a job at once, or asks the worker that runs it to stop.",
            "It exits with status 1 if the job has already ended. Filters choose many live jobs.",
            examples: ["jobs cancel default.42", "jobs cancel --queue slow --status scheduled --yes"])
    }

    @OptionGroup var choice: JobChoice
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        guard let ticket = choice.ticket else {
            return try await BulkRun(action: .cancel, choice: choice).run(on: target)
        }
        let status = try await withSession(target, queueAlone: true) { session in
            let before = try await session.model.visibleTicket(ticket, orRight: true).status
            guard !before.isEnded else { throw tooLate(ticket, before) }
            return try await session.model.noting("job.cancel", "\(ticket)") { model in
                let status = try await model.cancel(ticket)
                return (status, ["status": .text(status.rawValue)])
            }
        }
        // The job may have ended since its status was read.
        guard !status.isEnded || status == .cancelled else { throw tooLate(ticket, status) }
        try ChangedJob(ticket: ticket, status: status).show(
            json: choice.json,
            status == .cancelled
                ? "\(ticket) is cancelled." : "\(ticket) is running; its worker has been asked to stop it.")
    }

    private func tooLate(_ ticket: TicketID, _ status: JobStatus) -> CommandFailure {
        CommandFailure(.failed, status.refusesCancelling(ticket))
    }
}
