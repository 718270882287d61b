import ArgumentParser
import DjetModel
import DjetStore
import Foundation

/// The flags that say where and when a job runs.
struct OffloadOptions: ParsableArguments {
    @Option(help: "The queue (default: the function's own).") var queue: String?

    @Option(help: "The priority, from 0 (first) to 9 (default: the function's own).") var priority: Int?

    @Option(
        help: ArgumentHelp(
            "The earliest time to run, such as 2026-11-21T20:15:00Z, or 2026-11-21 20:15 in the terminal's time zone.",
            valueName: "time"),
        transform: Date.typed)
    var runAt: Date?

    @Option(help: "Run after this job has finished. May be given several times.", transform: TicketID.typed)
    var after: [TicketID] = []

    @Option(
        help: "Run after this job has ended, finished or not. May be given several times.",
        transform: TicketID.typed)
    var afterEnd: [TicketID] = []

    @Option(help: "Join this group, which has not ended: its number, or its name.") var group: String?

    @Option(
        help: ArgumentHelp(
            "Cancel it unless it has begun by then: a time as of --run-at, or a span such as 90s, 10m, 12h or 7d.",
            valueName: "time"),
        transform: Expiry.typed)
    var expires: Expiry?

    @Option(
        help: ArgumentHelp(
            "The longest time of an attempt, such as 90s, 10m, 12h or 7d (default: the function's own).",
            valueName: "span"),
        transform: Duration.typed)
    var timeout: Duration?

    @Option(help: "The number of attempts (default: the function's own).") var attempts: Int?

    @Option(help: "The tenant on whose behalf it runs.") var tenant: String?

    @Option(help: "A tag by which people find it. May be given several times.") var tag: [String] = []

    @Option(help: "A note for people.") var note: String?

    @OptionGroup var uniqueness: UniqueOptions

    func validate() throws {
        if let priority, !(0...9).contains(priority) {
            throw ValidationError("--priority must be from 0 to 9 (got \(priority))")
        }
        if let attempts, !(1...Int(Int32.max)).contains(attempts) {
            throw ValidationError("--attempts must be at least 1 (got \(attempts))")
        }
    }

    /// Offloads a function and returns its ticket, and false if that is of a unique job which was there
    /// already. Throws `CommandFailure` if the job is invalid, `ModelError` if its group is unknown or has
    /// ended.
    ///
    /// - Parameter inputs: the files that were stored for the job.
    func offload(
        _ function: some ModelFunction, inputs: [File], to model: Model
    ) async throws -> (ticket: TicketID, isNew: Bool) {
        // SQL finds a job by its number alone: a ticket typed with another queue means another job.
        for ticket in after + afterEnd { _ = try await model.visibleTicket(ticket, orRight: true) }
        let joined: GroupID? = if let group { try await model.group(typed: group) } else { nil }
        do {
            guard uniqueness.rule != nil || type(of: function).unique != nil else {
                return (try await send(function, inputs, in: joined, to: model), true)
            }
            return try await model.transaction { model in
                let ticket = try await send(function, inputs, in: joined, to: model)
                return (ticket, try await model.hasOffloaded(ticket))
            }
        } catch ModelError.invalid(let text) {
            throw CommandFailure(.usage, text)
        }
    }

    private func send(
        _ function: some ModelFunction, _ inputs: [File], in joined: GroupID?, to model: Model
    ) async throws -> TicketID {
        try await model.acting(for: tenant).offload(
            function, on: queue, priority: priority, runAt: runAt,
            after: .finished(after) + .ended(afterEnd), expires: expires, timeout: timeout,
            attempts: attempts, tags: tag, note: note,
            unique: uniqueness.rule, in: joined, inputs: inputs
        ).id
    }
}

extension Expiry {
    /// Reads a time or a span. Throws `ValidationError` for anything else.
    fileprivate static func typed(_ text: String) throws -> Expiry {
        if let span = Duration(span: text) { return .after(span) }
        guard let time = try? Date.typed(text) else {
            throw ValidationError(
                """
                “\(text)” is neither a span such as 90s, 10m, 12h or 7d nor a time such as 2026-11-21T20:15:00Z \
                or 2026-11-21
                """)
        }
        guard time > Date() else { throw ValidationError("--expires \(text) has gone by already") }
        return .at(time)
    }
}

extension TicketID {
    /// Returns a ticket from typed text. Throws `ValidationError` if it is none.
    static func typed(_ text: String) throws -> TicketID {
        guard let ticket = TicketID(text) else {
            throw ValidationError(
                "“\(text)” is not a ticket: a ticket is a queue and a number, such as slow.42")
        }
        return ticket
    }
}
