import DjetStore

/// The step book of a stepwise job: the steps of earlier attempts, and those of this one.
package final class StepBook: Sendable {
    private struct State {
        /// The values of earlier attempts' steps, by name; nil until the first step asks.
        var earlier: [String: String]?
        var begun: Set<String> = []
        var awaited: Set<String> = []
        /// The wait by which the attempt has ended.
        var wait: SignalWait?
        var doneCount = 0
    }

    /// The most bytes of a step's name: it must fit into an index.
    private static let longestName = 500

    private let state = Guarded(State())
    private let job: JobContext
    /// The most bytes of a step's value as JSON.
    private let limit: Int

    package init(of job: JobContext, limit: Int) {
        self.job = job
        self.limit = limit
    }

    /// Begins a step. Returns its value from an earlier attempt; nil if the step is to be done.
    ///
    /// Throws `ModelError.invalid` for a name that is empty, longer than `longestName` or has a zero byte,
    /// and for one that this attempt has used: after a crash between two such steps, the second would get the
    /// value of the first.
    func begin(_ name: String, in model: Model) async throws -> String? {
        try Task.checkCancellation()
        guard name.utf8.count <= Self.longestName, !name.utf8.contains(0) else {
            throw ModelError.invalid(
                "a step of \(job.ticket) has a name that is longer than \(Self.longestName) bytes or has a zero byte"
            )
        }
        guard !name.isEmpty, state.withLock({ $0.begun.insert(name).inserted }) else {
            throw ModelError.invalid(
                "two steps of \(job.ticket) have the name “\(name)”: each step of a job needs its own name")
        }
        try refuseDuringWait()
        if let earlier = state.withLock({ $0.earlier }) { return earlier[name] }
        let rows = try await model.store.query(model.queue.steps(of: job.ticket.number))
        var earlier: [String: String] = [:]
        for row in rows { earlier[try row.value(0)] = try row.value(1) as String }
        state.withLock { $0.earlier = earlier }
        return earlier[name]
    }

    /// Begins the wait for a signal. Throws `ModelError.invalid` for a name for which this attempt has
    /// waited: it would get the same signal again.
    func beginWait(for signal: String) throws {
        try Task.checkCancellation()
        try refuseDuringWait()
        guard state.withLock({ $0.awaited.insert(signal).inserted }) else {
            throw ModelError.invalid(
                "\(job.ticket) asks twice for the signal “\(signal)”: each signal of a job needs its own name"
            )
        }
    }

    /// Ends the attempt until a signal comes. Returns the error to throw.
    func park(on signal: String) -> SignalWait {
        let wait = SignalWait(name: signal)
        state.withLock { $0.wait = wait }
        return wait
    }

    /// The wait by which the attempt has ended, though the function may have caught its error; nil if it goes
    /// on.
    package var wait: SignalWait? { state.withLock { $0.wait } }

    /// Throws the wait's error again: nothing more may be done before the signal has come.
    private func refuseDuringWait() throws {
        if let wait { throw wait }
    }

    /// Returns the statement that stores a step's value behind the fence, for the step's own transaction.
    /// Throws `ReplyError`.
    func keep(_ name: String, _ value: some Encodable, in model: Model) throws -> Statement {
        let value = try ReplyError.text(of: value, "what the step “\(name)” returned", limit: limit)
        return model.queue.keepStep(
            worker: job.worker, id: job.ticket.number, attempt: job.attempt, name: name, value: value)
    }

    /// Counts a step as done, and returns the number of steps done.
    func noteDone() -> Int {
        state.withLock { state in
            state.doneCount += 1
            return state.doneCount
        }
    }
}

/// The error that ends an attempt until a signal comes: the worker parks the job.
package struct SignalWait: Error, Hashable {
    /// The name of the signal.
    package let name: String
}

extension SignalWait: CustomStringConvertible {
    package var description: String { "the job waits for the signal “\(name)”: let this error pass" }
}
