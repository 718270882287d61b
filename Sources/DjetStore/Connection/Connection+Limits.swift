import DequeModule

extension Connection {
    /// Begins a lease, in which each answer may take so long. Returns false if the connection is no more.
    func begin(answeringWithin limit: Duration?) -> Bool {
        wire.withLock { wire in
            wire.answerLimit = limit
            return !wire.isClosed
        }
    }

    /// Whether nothing is under way or waits.
    var isIdle: Bool { wire.withLock({ $0.exchanges.isEmpty && $0.line.isEmpty }) }

    /// Why it is closed; nil if it is not.
    var reasonOfEnd: StoreError? {
        wire.withLock { if case .closed(let error) = $0.mode { error } else { nil } }
    }

    /// Runs `body`, and closes the connection, which fails whatever waits on it with `error`, if it takes longer.
    func within<Result: Sendable>(
        _ limit: Duration, orElse error: StoreError, _ body: () async throws -> Result
    ) async throws -> Result {
        let alarm = Task(executorPreference: Reactor.shared) {
            try await Reactor.shared.sleep(for: limit)
            self.close(because: error)
        }
        defer { alarm.cancel() }
        return try await body()
    }

    /// Looks whether something takes too long: called about once a second by whoever has lent the connection.
    ///
    /// - Returns: how many times running it has found that an answer is awaited and nothing has come.
    func lookAfter(_ now: ContinuousClock.Instant) -> Int {
        let (overdue, silentLooks) = wire.withLock { ($0.overdue(now), $0.noteLook()) }
        if let overdue { close(because: overdue) }
        return silentLooks
    }
}

extension Wire {
    /// Why the connection is to be given up; nil if nothing on it has taken longer than it may.
    fileprivate func overdue(_ now: ContinuousClock.Instant) -> StoreError? {
        let late = exchanges.first { !$0.isAnswered && $0.deadline.map { $0.end < now } ?? false }
        guard let limit = (late ?? lateInLine(now))?.deadline?.limit else { return nil }
        return StoreError(
            .connectionLost,
            "PostgreSQL has not answered for \(limit); the connection was given up, and what was asked of it may still happen"
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
