import Logging

/// Rings queues for one process: right behind the commit that gave reason to, and never twice at once.
///
/// Who finds a ring under way, or one just heard, asks for another one later rather than ringing beside it, so that ten
/// thousand commits a second do not make ten thousand rings. Whoever commits when it is time takes it along.
package final class Bell: Sendable {
    private enum State: Equatable {
        /// A ring is under way; `again` if another is wanted behind it.
        case ringing(again: Bool)
        /// There was a ring a moment ago; the next one waits for the moment to be over.
        case rung(ContinuousClock.Instant)
        /// One is wanted, but not before a time.
        case wanted(from: ContinuousClock.Instant)
    }

    /// A worker that has just been woken looks for a while anyway, so that rings need not follow each other faster.
    private static let moment = Duration.milliseconds(1)
    /// For so long a ring that is wanted waits to be taken along: one on its own takes a connection away from others.
    private static let patience = Duration.microseconds(500)

    private let states = Guarded<[Call: State]>([:])
    /// Those who wait until no ring is under way or wanted.
    private let waiters = Guarded<[CheckedContinuation<Void, Never>]>([])
    private let store: Store

    package init(_ store: Store) {
        self.store = store
        store.beforeClosing { [weak self] in await self?.settle() }
    }

    /// Waits until what is under way has rung, and what is wanted: who closes the store would cut it off. Not for long:
    /// workers look by themselves.
    package func settle(within limit: Duration = .seconds(2)) async {
        guard !isQuiet else { return }
        let alarm = Task(executorPreference: Reactor.shared) {
            try await Reactor.shared.sleep(for: limit)
            self.letGo()
        }
        await withCheckedContinuation { waiter in
            waiters.withLock { $0.append(waiter) }
            // It may have become quiet since.
            if isQuiet { letGo() }
        }
        alarm.cancel()
    }

    /// Whether no ring is under way or wanted.
    package var isQuiet: Bool {
        states.withLock { states in
            states.values.allSatisfy { state in
                if case .rung = state { true } else { false }
            }
        }
    }

    private func letGo() {
        let waiting = waiters.withLock { waiters in
            defer { waiters = [] }
            return waiters
        }
        for waiter in waiting { waiter.resume() }
    }

    /// Runs a statement and rings channels as soon as it is committed: in the same flush, unless a ring is
    /// under way, or a transaction is open, which then rings when it commits. The rings are not waited for.
    package func ring(
        _ calls: Set<Call>, behind statement: Statement, on connection: Connection
    ) async throws -> Rows {
        if connection.isInTransaction {
            let rows = try await connection.query(statement)
            try await connection.ring(Array(calls))
            return rows
        }
        let mine = calls.filter(begin)
        defer { for call in calls.subtracting(mine) { ringAgain(call) } }
        guard !mine.isEmpty else { return try await connection.query(statement) }
        let outcomes = try await connection.exchange(
            [[statement], Connection.ring(mine)], awaiting: 1
        ) { [self] outcomes in
            for call in mine { end(call, mustRingAgain: Self.isRingLost(outcomes)) }
        }
        guard let rows = try outcomes[0].get().first else { throw StoreError(.misuse, "no answer came") }
        return rows
    }

    /// Whether the connection broke behind a statement that has, or may have, been committed.
    private static func isRingLost(_ outcomes: [Outcome]) -> Bool {
        if case .failure? = outcomes.first { false } else { outcomes.count < 2 }
    }

    /// Whether the caller is the one who rings.
    private func begin(_ call: Call) -> Bool {
        let now = ContinuousClock.now
        return states.withLock { states in
            switch states[call] {
            case .rung(let time) where now < time + Self.moment: return false
            case .wanted(let time) where now < time: return false
            case .rung, .wanted, nil: break
            case .ringing: return false
            }
            states[call] = .ringing(again: false)
            return true
        }
    }

    /// Asks for a ring behind the last one.
    private func ringAgain(_ call: Call) {
        let time = states.withLock { states -> ContinuousClock.Instant? in
            switch states[call] {
            case .ringing:
                states[call] = .ringing(again: true)
                return nil
            case .wanted: return nil
            case .rung(let time): return Self.want(call, from: time + Self.moment, &states)
            case nil: return Self.want(call, from: .now, &states)
            }
        }
        if let time { ringAlone(call, wantedFrom: time) }
    }

    private func end(_ call: Call, mustRingAgain: Bool = false) {
        let now = ContinuousClock.now
        let time = states.withLock { states -> ContinuousClock.Instant? in
            if mustRingAgain || states[call] == .ringing(again: true) {
                return Self.want(call, from: now + Self.moment, &states)
            }
            states[call] = .rung(now)
            return nil
        }
        if let time { return ringAlone(call, wantedFrom: time) }
        if waiters.withLock({ !$0.isEmpty }), isQuiet { letGo() }
    }

    private static func want(
        _ call: Call, from time: ContinuousClock.Instant, _ states: inout [Call: State]
    ) -> ContinuousClock.Instant {
        states[call] = .wanted(from: time)
        return time
    }

    /// Rings if nobody has taken it along in the meantime.
    private func ringAlone(_ call: Call, wantedFrom time: ContinuousClock.Instant) {
        Task(executorPreference: Reactor.shared) {
            try? await Reactor.shared.sleep(until: time + Self.patience)
            let isMine = self.states.withLock { states in
                guard states[call] == .wanted(from: time) else { return false }
                // What is committed from here on asks for another one.
                states[call] = .ringing(again: false)
                return true
            }
            guard isMine else { return }
            do {
                try await self.store.withConnection { connection in
                    // Not awaited, so that the connection is free for others again.
                    try await connection.sendAway([[Connection.ring([call.channel], saying: call.word)]]) {
                        self.end(call, isWell: (try? $0.get()) != nil)
                    }
                }
            } catch {
                self.end(call, isWell: false)
            }
        }
    }

    private func end(_ call: Call, isWell: Bool) {
        if !isWell {
            store.logger.warning(
                "a ring was lost; workers will look by themselves", metadata: ["channel": "\(call.channel)"])
        }
        end(call)
    }
}
