import DjetModel
import DjetStore
import Logging

/// The log of failures of jobs: the first of its like is logged at once, repetitions once a second with their
/// count.
final class FailureLog: Sendable {
    fileprivate struct Key: Hashable {
        let what: String
        /// The kind of the jobs; nil if it concerns no single job.
        let kind: String?
        /// The error's type.
        let reason: ObjectIdentifier?
        let state: SQLState?
    }

    fileprivate struct Entry {
        let level: Logger.Level
        /// The number since it was last logged.
        var count = 0
        var ticket: TicketID?
        var error: (any Error)?
    }

    fileprivate struct State {
        var entries: [Key: Entry] = [:]
        var counter = SingleRunner()
    }

    /// The pause between two entries of the same failure.
    private static let interval = Duration.seconds(1)
    /// The most different failures told apart at a time.
    private static let most = 100

    private let state = Guarded(State())
    private let logger: Logger

    init(_ logger: Logger) {
        self.logger = logger
    }

    /// Logs a failure of the worker itself.
    func note(_ level: Logger.Level, _ what: String, _ error: any Error) {
        note(level, what, of: nil, nil, error)
    }

    /// Logs a failure now, or counts it if the same was logged within a second.
    func note(
        _ level: Logger.Level, _ what: String, of kind: String?, _ ticket: TicketID?,
        _ error: (any Error)? = nil
    ) {
        let key = Key(
            what: what, kind: kind, reason: error.map { ObjectIdentifier(type(of: $0)) },
            state: (error as? StoreError)?.sqlState)
        let (isNew, mustBegin) = state.withLock { state in
            (
                state.note(key, Entry(level: level, ticket: ticket, error: error), Self.most),
                state.counter.begin()
            )
        }
        if isNew { log(key, Entry(level: level, ticket: ticket, error: error)) }
        if mustBegin { Task(executorPreference: Reactor.shared) { await self.count() } }
    }

    /// Logs the counted failures once a second, until a second passes without any.
    private func count() async {
        var goesOn = true
        while goesOn {
            try? await Reactor.shared.sleep(for: Self.interval)
            let counted = state.withLock { $0.take() }
            for (key, entry) in counted { log(key, entry) }
            goesOn = state.withLock { $0.goesOn() }
        }
    }

    private func log(_ key: Key, _ entry: Entry) {
        var metadata: Logger.Metadata = [:]
        metadata["job"] = entry.ticket.map { "\($0)" }
        metadata["kind"] = key.kind.map { "\($0)" }
        if let error = entry.error { metadata["error"] = "\(StoredText.of("\(error)"))" }
        // The job named is the last of the counted ones.
        if entry.count > 0 { metadata["count"] = "\(entry.count)" }
        logger.log(level: entry.level, "\(key.what)", metadata: metadata)
    }
}

extension FailureLog.State {
    /// Notes a failure. Returns true if it is the first of its like for some time.
    fileprivate mutating func note(_ key: FailureLog.Key, _ entry: FailureLog.Entry, _ most: Int) -> Bool {
        // Beyond `most` different failures, the rest are counted together.
        let isKnown = entries[key] != nil
        let key = isKnown || entries.count < most ? key : .rest(of: key)
        guard entries[key] != nil else {
            entries[key] = entry
            return true
        }
        entries[key]?.count += 1
        entries[key]?.ticket = entry.ticket
        entries[key]?.error = entry.error
        return false
    }

    /// Returns the counted failures; those without a count are forgotten.
    fileprivate mutating func take() -> [(FailureLog.Key, FailureLog.Entry)] {
        let counted = entries.filter { $0.value.count > 0 }
        entries = counted.mapValues { entry in
            var entry = entry
            entry.count = 0
            return entry
        }
        return counted.map { ($0.key, $0.value) }
    }

    fileprivate mutating func goesOn() -> Bool {
        counter.goesOn(if: !entries.isEmpty)
    }
}

extension FailureLog.Key {
    fileprivate static func rest(of key: Self) -> Self {
        Self(what: key.what, kind: "(others)", reason: nil, state: nil)
    }
}
