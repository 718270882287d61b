import DjetJSON
import DjetStore
import Foundation

extension Model {
    /// Returns the value of a signal, for which the job of a `.stepwise` function waits: somebody sends it by
    /// `sendSignal`, the command `signal`, HTTP or SQL.
    ///
    /// ```swift
    /// let payment = try await model.signal("payment", as: Payment.self, within: .seconds(30 * 86_400))
    /// ```
    ///
    /// A signal that was sent before is returned at once. Otherwise the attempt ends here by an error, which
    /// must not be caught: the job takes no slot, no connection and no task until the signal comes, or until
    /// the time is over. Then the function begins anew, and passes over the steps that are done. The signal
    /// stays: each later attempt gets the same value.
    ///
    /// - Parameters:
    ///   - name: up to 60 of a–z, 0–9, `_` and `-`, parts joined by dots, each beginning with a letter. It
    ///     tells the signal from the job's others, and comes once in an attempt.
    ///   - type: the type of the value.
    ///   - limit: the longest wait, from the time when the job first asked.
    ///
    /// Throws `SignalTimeout`, in each later attempt, too; `ModelError.invalid` for a name that no signal
    /// has, for a value of another type, which is forgotten, and outside of a stepwise job, or within a step
    /// or a transaction of it.
    public func signal<Value: Codable & Sendable>(
        _ name: String, as type: Value.Type = Value.self, within limit: Duration
    ) async throws -> Value {
        if job == nil, !isInTransaction, let given = givenSignals[name] { return try JSON.value(from: given) }
        guard let job, let steps, !isInTransaction else { throw ModelError.misplaced(signal: name) }
        try steps.beginWait(for: name)
        let statement = queue.awaitSignal(
            Self.plain(name), worker: job.worker, id: job.ticket.number, attempt: job.attempt, within: limit)
        let look = try await ModelError.translating {
            try await store.first(statement, as: SignalLook.self)
        }
        if let text = look?.value {
            let value: Value = try await read(text, of: name, job)
            await report(done: steps.noteDone(), note: name)
            return value
        }
        if let look, look.isOver { throw SignalTimeout(name: name, deadline: look.endsAt ?? now) }
        throw steps.park(on: name)
    }

    /// Returns the same environment with a signal for functions that are called, or offloaded inline in a
    /// test: they need not wait for it. Throws if the value cannot be encoded.
    public func giving(signal name: String, _ value: some Encodable) throws -> Model {
        var copy = self
        copy.givenSignals[name] = try JSON.text(of: value)
        return copy
    }

    /// Reads the value of a signal. One that does not fit is forgotten, so that another can be sent when the
    /// job is retried.
    private func read<Value: Decodable>(
        _ text: String, of name: String, _ job: JobContext
    ) async throws -> Value {
        do {
            return try JSON.value(from: text)
        } catch let error as DecodingError {
            try await store.query(
                queue.dropSignal(
                    name, worker: job.worker, id: job.ticket.number, attempt: job.attempt))
            throw ModelError.invalid(
                """
                the value of the signal “\(name)” is no \(Value.self): \(error.sentence). It is forgotten: retry \
                \(job.ticket), and send another
                """)
        }
    }
}

/// A signal as a job finds it.
private struct SignalLook: Decodable, Sendable {
    /// The value as JSON; nil if the signal has not come.
    var value: String?
    var endsAt: Date?
    var isOver: Bool
}

extension ModelError {
    fileprivate static func misplaced(signal name: String) -> ModelError {
        .invalid(
            """
            the signal “\(name)” can be awaited only in the job of a .stepwise function, outside of its steps and \
            transactions; a test gives it beforehand, by giving(signal:_:)
            """)
    }
}
