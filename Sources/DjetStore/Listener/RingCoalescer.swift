import Logging

/// The rings of one process: each right behind the commit that caused it, and never two of a kind at once.
///
/// A commit that finds a ring under way, or one just sent, asks for another later instead of ringing beside
/// it, so that ten thousand commits a second do not cause ten thousand rings. The next commit after that time
/// takes the ring along.
package final class RingCoalescer: Sendable {
    private enum State: Equatable {
        /// A ring is under way; `again` if another must follow it.
        case ringing(again: Bool)
        /// A ring was sent a moment ago; the next one waits until the moment is over.
        case rung(ContinuousClock.Instant)
        /// A ring is wanted, but not before a time.
        case wanted(from: ContinuousClock.Instant)
    }

    /// The shortest pause between rings. A worker that was just woken looks for a while anyway.
    private static let moment = Duration.milliseconds(1)
    /// The time a pending ring waits to share another commit: on its own it takes a connection away from
    /// others.
    private static let patience = Duration.microseconds(500)

    private let states = Guarded<[Ring: State]>([:])
    /// Tasks that wait until no ring is under way or wanted.
    private let waiters = Guarded<[CheckedContinuation<Void, Never>]>([])
    private let store: Store

    package init(_ store: Store) {
        self.store = store
        store.beforeClosing { [weak self] in await self?.settle() }
    }

    /// Waits until the pending rings are sent, since closing the store would cut them off; no longer than
    /// `limit`, since workers also look by themselves.
    package func settle(within limit: Duration = .seconds(2)) async {
        guard !isQuiet else { return }
        await withAlarm(after: limit) {
            await withCheckedContinuation { (waiter: CheckedContinuation<Void, Never>) in
                waiters.withLock { $0.append(waiter) }
                // It may have become quiet meanwhile.
                if isQuiet { letGo() }
            }
        } onAlarm: {
            self.letGo()
        }
    }

    /// True if no ring is under way or wanted.
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

    /// Runs a statement and sends rings as soon as it is committed: in the same flush, unless one is under
    /// way; if a transaction is open, at its commit. Returns the statement's rows without waiting for the
    /// rings.
    package func send(
        _ rings: Set<Ring>, behind statement: Statement, on connection: Connection
    ) async throws -> Rows {
        if connection.isInTransaction {
            let rows = try await connection.query(statement)
            try await connection.ring(Array(rings))
            return rows
        }
        let mine = rings.filter(begin)
        defer { for ring in rings.subtracting(mine) { sendAgain(ring) } }
        guard !mine.isEmpty else { return try await connection.query(statement) }
        let outcomes = try await connection.exchange(
            [[statement], Connection.ring(mine)], awaiting: 1
        ) { [self] outcomes in
            for ring in mine { end(ring, mustSendAgain: Self.isRingLost(outcomes)) }
        }
        guard let rows = try outcomes[0].get().first else { throw StoreError(.misuse, "no answer came") }
        return rows
    }

    /// Returns true if the connection broke behind a statement that was, or may have been, committed.
    private static func isRingLost(_ outcomes: [Outcome]) -> Bool {
        if case .failure? = outcomes.first { false } else { outcomes.count < 2 }
    }

    /// Returns true if the caller must ring.
    private func begin(_ ring: Ring) -> Bool {
        let now = ContinuousClock.now
        return states.withLock { states in
            switch states[ring] {
            case .rung(let time) where now < time + Self.moment: return false
            case .wanted(let time) where now < time: return false
            case .rung, .wanted, nil: break
            case .ringing: return false
            }
            states[ring] = .ringing(again: false)
            return true
        }
    }

    /// Asks for a ring after the last one.
    private func sendAgain(_ ring: Ring) {
        let time = states.withLock { states -> ContinuousClock.Instant? in
            switch states[ring] {
            case .ringing:
                states[ring] = .ringing(again: true)
                return nil
            case .wanted: return nil
            case .rung(let time): return Self.want(ring, from: time + Self.moment, &states)
            case nil: return Self.want(ring, from: .now, &states)
            }
        }
        if let time { sendAlone(ring, wantedFrom: time) }
    }

    private func end(_ ring: Ring, mustSendAgain: Bool = false) {
        let now = ContinuousClock.now
        let time = states.withLock { states -> ContinuousClock.Instant? in
            if mustSendAgain || states[ring] == .ringing(again: true) {
                return Self.want(ring, from: now + Self.moment, &states)
            }
            states[ring] = .rung(now)
            return nil
        }
        if let time { return sendAlone(ring, wantedFrom: time) }
        if waiters.withLock({ !$0.isEmpty }), isQuiet { letGo() }
    }

    private static func want(
        _ ring: Ring, from time: ContinuousClock.Instant, _ states: inout [Ring: State]
    ) -> ContinuousClock.Instant {
        states[ring] = .wanted(from: time)
        return time
    }

    /// Sends a ring by itself, unless another commit has taken it along meanwhile.
    private func sendAlone(_ ring: Ring, wantedFrom time: ContinuousClock.Instant) {
        Task(executorPreference: Reactor.shared) {
            try? await Reactor.shared.sleep(until: time + Self.patience)
            let isMine = self.states.withLock { states in
                guard states[ring] == .wanted(from: time) else { return false }
                // Commits from here on ask for another ring.
                states[ring] = .ringing(again: false)
                return true
            }
            guard isMine else { return }
            do {
                try await self.store.withConnection { connection in
                    // Not awaited, so that the connection becomes free at once.
                    try await connection.sendWithoutWaiting([Connection.ring([ring])]) {
                        self.end(ring, isWell: (try? $0.get()) != nil)
                    }
                }
            } catch {
                self.end(ring, isWell: false)
            }
        }
    }

    private func end(_ ring: Ring, isWell: Bool) {
        if !isWell {
            store.logger.warning(
                "a ring was lost; workers will find the jobs at their next look",
                metadata: ["channel": "\(ring.channel)"])
        }
        end(ring)
    }
}
