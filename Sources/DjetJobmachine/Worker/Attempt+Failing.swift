import DjetModel
import DjetStore
import Logging

/// What becomes of a job whose attempt has failed, or cannot begin.
extension Attempt {
    /// Nobody here can run it: it ends with the reason, and can be retried where somebody can.
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
            let ring = Connection.ring([model.queue.channel(of: job.ticket.queue)])
            await untilDone(
                "handing a job back", [reporter.rest + [statement], [ring]], or: [[statement], [ring]])
        }
    }

    /// Runs `body` in a task of its own: the end of a cancelled job must not be cancelled itself, since nothing would let it
    /// wait for the database any more.
    private func conclude(_ body: @escaping @Sendable () async -> Void) async {
        await reporter.close()
        await Task { await body() }.value
    }

    private func tell(of error: any Error, _ retry: Retry) async {
        if let snooze = error as? Snooze { return await putOff(for: snooze.duration) }
        if let store = error as? StoreError {
            if store.sqlState == .fenceRefused { return await noteRefusal(of: store.refused ?? "reply") }
            // The work is as good as done. By then somebody has made the day.
            if store.lacksDay { return await putOff(for: .seconds(1)) }
        }
        let known = Self.known(error)
        desk.failures.note(.info, "an attempt failed", of: job.kind, job.ticket, known)
        let limit = self.limit(of: retry)
        await fail(
            JobFailure(known), delay: retry.delay(after: job.attempt - (limit - retry.attempts), of: known),
            attempts: job.isLimitGiven ? nil : limit)
    }

    /// The error as whoever waits for the job is to know it.
    private static func known(_ error: any Error) -> any Error {
        guard let store = error as? StoreError else { return error }
        if let refused = store.refused,
            let reply = ReplyError(store, of: refused == "step" ? "what a step returned" : "the reply")
        {
            return reply
        }
        return ModelError(store) ?? store
    }

    /// In which attempt the job fails for good: it grows with each retry by hand and each snooze. A job that was offloaded
    /// without one has as many attempts as its handler allows.
    private func limit(of retry: Retry) -> Int {
        job.isLimitGiven ? job.attemptLimit : job.attemptLimit - JobQueue.usualAttempts + retry.attempts
    }

    // MARK: Reports

    /// What was refused has been undone, and its count with it.
    private func noteRefusal(of what: String) async {
        desk.failures.note(.warning, "the job was no longer this worker's", of: job.kind, job.ticket)
        // It may have been this worker that ended the job, in a commit whose answer was lost, and its ring with it.
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

    /// Reports what will be tried again, or has ended; if the server refuses that, it is said plainly, without what the job
    /// has logged.
    private func report(_ what: String, _ statement: Statement, or plain: Statement) async {
        // The queue's bell, too: whoever sleeps there must learn when to try again.
        let rings = Connection.ring([
            Call(model.queue.channel(of: job.ticket)),
            Call(model.queue.channel(of: job.ticket.queue), saying: JobQueue.later),
        ])
        await untilDone(what, [reporter.rest + [statement], rings], or: [[plain], rings])
    }

    /// Tries until the database has taken it, or until the worker is told to stop: then the job is rescued
    /// instead. What the server refuses for what it says is not forgotten, but said in another way; if it refuses that, too,
    /// it is asked again every few seconds. Never in a task that is cancelled, in which no pause would last.
    private func untilDone(_ what: String, _ segments: [[Statement]], or plain: [[Statement]]) async {
        var segments = segments
        var backOff = BackOff()
        while true {
            do {
                let outcomes = try await model.store.punctual.withConnection { [segments] in
                    try await $0.exchangeToTheEnd(segments)
                }
                _ = try outcomes[0].get()
                return
            } catch {
                desk.failures.note(.warning, "\(what) failed", of: job.kind, job.ticket, error)
                if desk.isStopping() { return }
                if let error = error as? StoreError, error.isFinal { segments = plain }
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }
}

extension StoreError {
    /// What it was of a job's end whose statement the server refused; nil if it was another statement.
    fileprivate var refused: String? {
        guard let statement else { return nil }
        if statement.contains("keep_step(") { return "step" }
        if statement.contains(".hold(") { return "transaction" }
        return statement.contains("reply_or_raise(") ? "reply" : nil
    }

    /// Whether one of the queue's tables has no partition for this day. A constraint that refuses a row has a name.
    fileprivate var lacksDay: Bool {
        sqlState == .checkViolation && constraint == nil && ["history", "attempt", "log"].contains(table)
    }

    /// Whether the server refuses a report for what it says, and would again.
    var isFinal: Bool { code == .refused && !mayPass && !lacksDay }
}

extension JobFailure {
    static func unreadable(_ fault: String) -> JobFailure {
        JobFailure(type: "unreadable", message: fault)
    }

    static func unknownKind(_ kind: String, among known: [String]) -> JobFailure {
        JobFailure(
            type: "unknown-kind",
            message:
                "no handler for “\(kind)” on the worker that claimed it, which knows: \(known.joined(separator: ", "))"
        )
    }

    /// Of a failure that the server refuses to store.
    static let unstorable = JobFailure(
        type: "unstorable",
        message: "the attempt failed, and the database refused to store why: see the worker's log")

    /// As it is stored.
    var json: String {
        (try? JSON.text(of: self))
            ?? #"{"type": "unstorable", "message": "the reason cannot be written as JSON"}"#
    }
}
