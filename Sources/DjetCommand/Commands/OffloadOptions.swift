import ArgumentParser
import DjetModel
import DjetStore
import Foundation

/// The flags that say where and when a job runs.
struct OffloadOptions: ParsableArguments {
    @Option(help: "The queue to join instead of the function's own.") var queue: String?

    @Option(help: "From 0, which goes first, to 9, instead of the function's own.") var priority: Int?

    @Option(
        help: ArgumentHelp(
            "Not before this time, such as 2026-11-21T20:15:00Z; without a zone, as 2026-11-21 20:15, it is the terminal's.",
            valueName: "time"),
        transform: Date.typed)
    var runAt: Date?

    @Option(help: "Not before this job has finished. May be given several times.", transform: TicketID.typed)
    var after: [TicketID] = []

    func validate() throws {
        if let priority, !(0...9).contains(priority) {
            throw ValidationError("--priority is \(priority): take a number from 0 to 9")
        }
    }

    /// Offloads a function and returns its ticket. Throws `CommandFailure` if the job is invalid.
    ///
    /// - Parameter inputs: the files that were stored for the job.
    func offload(
        _ function: some ModelFunction, inputs: [File], to model: Model
    ) async throws -> TicketID {
        // SQL finds a job by its number alone: a ticket typed with another queue means another job.
        for ticket in after { _ = try await model.visibleTicket(ticket, orRight: true) }
        do {
            return try await model.offload(
                function, on: queue, priority: priority, runAt: runAt, after: after, inputs: inputs
            ).id
        } catch ModelError.invalid(let text) {
            throw CommandFailure(.usage, text)
        }
    }

}

extension TicketID {
    /// Returns a ticket from typed text. Throws `ValidationError` if it is none.
    static func typed(_ text: String) throws -> TicketID {
        guard let ticket = TicketID(text) else {
            throw ValidationError("“\(text)” is no ticket: a ticket is queue and number, such as slow.42")
        }
        return ticket
    }
}
