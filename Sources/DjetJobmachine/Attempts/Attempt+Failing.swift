import DjetJSON
import DjetModel
import DjetStore
import Logging

/// The end of a job whose attempt has failed, or cannot begin.
extension Attempt {
    /// Ends a job that no handler here can run. It can be retried where a handler exists.
    func park(as failure: JobFailure) async {
        await conclude { await fail(failure, delay: nil) }
    }

    func end(after error: any Error, _ retry: Retry) async {
        await conclude { await tell(of: error, retry) }
    }

    func handBack() async {
        await conclude {
            let statement = model.queue.release(
                worker: job.worker, ids: [job.ticket.number], attempts: [job.attempt])
            let rings = Connection.ring(model.queue.rings(of: job.ticket.queue))
            await untilDone(
                "handing a job back", [reporter.rest + [statement], rings], or: [[statement], rings])
        }
    }

    /// Runs `body` in a task of its own: the end of a cancelled job must not be cancelled itself, since
    /// nothing in it could then wait for the database.
    private func conclude(_ body: @escaping @Sendable () async -> Void) async {
        await reporter.close()
        await Task { await body() }.value
    }

    private func tell(of error: any Error, _ retry: Retry) async {
        if let snooze = error as? Snooze { return await putOff(for: snooze.duration) }
        if let wait = error as? SignalWait { return await park(on: wait.name) }
        if let store = error as? StoreError {
            if store.sqlState == .fenceRefused { return await noteRefusal(of: store.refused ?? "reply") }
            // The work is as good as done. After a second the day's partition should exist.
            if store.lacksDay { return await putOff(for: .seconds(1)) }
        }
        let known = Self.known(error)
        context.failures.note(.info, "an attempt failed", of: job, known)
        let limit = self.limit(of: retry)
        await fail(
            JobFailure(known), delay: retry.delay(after: job.attempt - (limit - retry.attempts), of: known),
            attempts: job.isLimitGiven ? nil : limit)
    }

    /// Returns the error in the form for the job's waiters.
    private static func known(_ error: any Error) -> any Error {
        guard let store = error as? StoreError else { return error }
        if let refused = store.refused,
            let reply = ReplyError(store, of: refused == "step" ? "what a step returned" : "the reply")
        {
            return reply
        }
        return ModelError(store) ?? store
    }

    /// Returns the number of the last attempt, which grows with each manual retry and each snooze. A job
    /// offloaded without a number has as many attempts as its handler allows.
    private func limit(of retry: Retry) -> Int {
        job.isLimitGiven ? job.attemptLimit : job.attemptLimit - JobQueue.usualAttempts + retry.attempts
    }

    // MARK: Reports

    /// Counts a refusal by the fence: the refused work was undone, and its count with it.
    private func noteRefusal(of what: String) async {
        context.failures.note(.warning, "the job was no longer this worker's", of: job)
        // This worker itself may have ended the job, in a commit whose answer was lost, and the ring with it.
        let ring = Connection.ring([model.queue.channel(of: job.ticket)])
        await untilDone("telling of a refusal", [[model.queue.noteRefusal(what)], [ring]], or: [[ring]])
    }

    private func fail(_ failure: JobFailure, delay: Duration?, attempts: Int? = nil) async {
        await report(
            "reporting a failed attempt", statement(failure, delay, attempts),
            or: statement(.unstorable, delay, attempts))
    }

    private func statement(_ failure: JobFailure, _ delay: Duration?, _ attempts: Int?) -> Statement {
        model.queue.fail(
            worker: job.worker, id: job.ticket.number, attempt: job.attempt, failure: failure.json,
            delay: delay, attempts: attempts)
    }

    private func putOff(for delay: Duration) async {
        let statement = model.queue.snooze(
            worker: job.worker, id: job.ticket.number, attempt: job.attempt, delay: delay)
        await report("snoozing a job", statement, or: statement)
    }

    private func park(on signal: String) async {
        let statement = model.queue.park(
            worker: job.worker, id: job.ticket.number, attempt: job.attempt, signal: signal)
        await report("parking a job", statement, or: statement)
    }

    /// Reports the outcome. If the server refuses the statement, it sends `plain` instead, without the lines
    /// of the job's log.
    private func report(_ what: String, _ statement: Statement, or plain: Statement) async {
        // The queue's channel, too, so that sleeping workers learn when to try again.
        let rings = Connection.ring(
            [Ring(model.queue.channel(of: job.ticket))]
                + model.queue.rings(of: job.ticket.queue, saying: JobQueue.later))
        await untilDone(what, [reporter.rest + [statement], rings], or: [[plain], rings])
    }

    /// Retries until the database has taken it, or until the worker is told to stop: the job is then rescued
    /// instead. After a final refusal of the content it sends `plain`; if that is refused, too, it repeats it
    /// every few seconds. It must not run in a cancelled task, in which pauses end at once.
    private func untilDone(_ what: String, _ segments: [[Statement]], or plain: [[Statement]]) async {
        var segments = segments
        var backOff = BackOff()
        while true {
            do {
                let outcomes = try await model.store.punctual.withConnection { [segments] in
                    try await $0.exchangeUncancellably(segments)
                }
                _ = try outcomes[0].get()
                return
            } catch {
                context.failures.note(.warning, "\(what) failed", of: job, error)
                if context.isStopping() { return }
                if let error = error as? StoreError, error.isFinal { segments = plain }
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }
}

extension StoreError {
    /// The part of a job's end whose statement the server refused; nil if it was another statement.
    fileprivate var refused: String? {
        switch origin {
        case .step?: "step"
        case .transaction?: "transaction"
        case .reply?: "reply"
        default: nil
        }
    }

    /// True if one of the queue's tables has no partition for this day. A constraint that refuses a row has a
    /// name.
    fileprivate var lacksDay: Bool {
        sqlState == .checkViolation && constraint == nil && ["history", "attempt", "log"].contains(table)
    }

    /// True if the server refuses a report for its content, and would again.
    var isFinal: Bool { code == .refused && !mayPass && !lacksDay }
}

extension JobFailure {
    static func unreadable(_ fault: String) -> JobFailure {
        JobFailure(type: "unreadable", message: fault)
    }

    static func unknownKind(_ kind: String, among known: [String]) -> JobFailure {
        let near = known.near(kind)
        let guess = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
        return JobFailure(
            type: "unknown-kind",
            message: "no handler for “\(kind)” on the worker that claimed it\(guess)")
    }

    /// A failure that the server refuses to store.
    static let unstorable = JobFailure(
        type: "unstorable",
        message: "the attempt failed, and the database refused to store why: see the worker's log")

    /// The failure as JSON, in the stored form.
    var json: String {
        (try? JSON.text(of: self))
            ?? #"{"type": "unstorable", "message": "the reason cannot be written as JSON"}"#
    }
}
