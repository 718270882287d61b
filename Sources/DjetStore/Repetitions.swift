/// Events that may come in floods: the first of a kind is told at once, repetitions once a second with their
/// count.
package final class Repetitions<Kind: Hashable & Sendable, Latest: Sendable>: Sendable {
    private struct Entry {
        var latest: Latest
        /// The number since it was last told.
        var count = 0
    }

    private struct State {
        var entries: [Kind: Entry] = [:]
        var counter = SingleRunner()
    }

    /// The pause between two reports of the same kind.
    private static var interval: Duration { .seconds(1) }
    /// The most kinds told apart at a time.
    private static var most: Int { 100 }

    private let state = Guarded(State())
    private let rest: @Sendable (Kind) -> Kind
    private let tell: @Sendable (Kind, Latest, Int) -> Void

    /// - Parameters:
    ///   - rest: returns the kind under which a kind is counted if there are too many.
    ///   - tell: reports a kind, the latest of its events, and the number of those counted; 0 for a single
    ///     one.
    package init(
        rest: @escaping @Sendable (Kind) -> Kind, tell: @escaping @Sendable (Kind, Latest, Int) -> Void
    ) {
        self.rest = rest
        self.tell = tell
    }

    /// Tells an event now, or counts it if its kind was told within a second.
    package func note(_ kind: Kind, _ latest: Latest) {
        let (newKind, mustBegin) = state.withLock { state in
            (note(kind, latest, in: &state), state.counter.begin())
        }
        if let newKind { tell(newKind, latest, 0) }
        if mustBegin { Task(executorPreference: Reactor.shared) { await self.count() } }
    }

    /// Notes an event. Returns its kind if it is the first of that for some time.
    private func note(_ kind: Kind, _ latest: Latest, in state: inout State) -> Kind? {
        let isApart = state.entries[kind] != nil || state.entries.count < Self.most
        let kind = isApart ? kind : rest(kind)
        guard let count = state.entries[kind]?.count else {
            state.entries[kind] = Entry(latest: latest)
            return kind
        }
        state.entries[kind] = Entry(latest: latest, count: count + 1)
        return nil
    }

    /// Tells the counted events once a second, until a second passes without any.
    private func count() async {
        var goesOn = true
        while goesOn {
            try? await Reactor.shared.sleep(for: Self.interval)
            for (kind, entry) in state.withLock({ Self.take(&$0) }) { tell(kind, entry.latest, entry.count) }
            goesOn = state.withLock { $0.counter.goesOn(if: !$0.entries.isEmpty) }
        }
    }

    /// Returns the counted events; kinds without a count are forgotten.
    private static func take(_ state: inout State) -> [Kind: Entry] {
        let counted = state.entries.filter { $0.value.count > 0 }
        state.entries = counted.mapValues { Entry(latest: $0.latest) }
        return counted
    }
}
