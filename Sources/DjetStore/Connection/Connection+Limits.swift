import DequeModule

extension Connection {
    /// Begins a lease, in which each answer may take as long as `limit`. Returns false if the connection is
    /// closed.
    func begin(answeringWithin limit: Duration?) -> Bool {
        wire.withLock { wire in
            wire.answerLimit = limit
            return !wire.isClosed
        }
    }

    /// True if nothing is under way or waiting.
    var isIdle: Bool { wire.withLock({ $0.exchanges.isEmpty && $0.line.isEmpty }) }

    /// The error that closed the connection; nil while it is open.
    var reasonOfEnd: StoreError? {
        wire.withLock { if case .closed(let error) = $0.mode { error } else { nil } }
    }

    /// Runs `body`, and closes the connection if it takes longer than `limit`; everything that waits on it
    /// then fails with `error`.
    func within<Result: Sendable>(
        _ limit: Duration, orElse error: StoreError, _ body: () async throws -> Result
    ) async throws -> Result {
        try await withAlarm(after: limit, body) { self.close(because: error) }
    }

    /// Closes the connection if an answer is overdue. Its lender calls this about once a second.
    ///
    /// - Returns: the number of consecutive looks that found an answer awaited and nothing received.
    func lookAfter(_ now: ContinuousClock.Instant) -> Int {
        let (overdue, silentLooks) = wire.withLock { ($0.overdue(now), $0.noteLook()) }
        if let overdue { close(because: overdue) }
        return silentLooks
    }
}

extension Wire {
    /// Returns the error of an overdue answer; nil if nothing has exceeded its limit.
    fileprivate func overdue(_ now: ContinuousClock.Instant) -> StoreError? {
        let late = exchanges.first { !$0.isAnswered && $0.deadline.map { $0.end < now } ?? false }
        guard let limit = (late ?? lateInLine(now))?.deadline?.limit else { return nil }
        return StoreError(
            .connectionLost,
            "PostgreSQL has not answered for \(limit); the connection was given up, but the statement may still take effect"
        )
    }

    private func lateInLine(_ now: ContinuousClock.Instant) -> Exchange? {
        for case .exchange(let exchange) in line where exchange.deadline.map({ $0.end < now }) ?? false {
            return exchange
        }
        return nil
    }

    fileprivate mutating func noteLook() -> Int {
        let isAwaiting: Bool =
            if case .copy(let copy) = mode { copy.waiter != nil } else { !exchanges.isEmpty }
        silentLooks = isAwaiting && receivedAtLook == received ? silentLooks + 1 : 0
        receivedAtLook = received
        return silentLooks
    }
}
