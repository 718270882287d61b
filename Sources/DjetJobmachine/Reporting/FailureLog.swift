import DjetModel
import DjetStore
import Logging

/// Logs what goes wrong with jobs: the same failure of a kind at once, and then once a second with its count.
final class FailureLog: Sendable {
    fileprivate struct Key: Hashable {
        let what: String
        let kind: String
        /// The error's type.
        let reason: ObjectIdentifier?
        let state: SQLState?
    }

    fileprivate struct Entry {
        let level: Logger.Level
        /// How many there have been since it was told last.
        var count = 0
        var ticket: TicketID
        var error: (any Error)?
    }

    fileprivate struct State {
        var entries: [Key: Entry] = [:]
        var isCounting = false
    }

    /// How often the same failure is told.
    private static let interval = Duration.seconds(1)
    /// So many different ones are told apart at a time.
    private static let most = 100

    private let state = Guarded(State())
    private let logger: Logger

    init(_ logger: Logger) {
        self.logger = logger
    }

    /// Logs it now, or counts it if the same has been logged within a second.
    func note(
        _ level: Logger.Level, _ what: String, of kind: String, _ ticket: TicketID,
        _ error: (any Error)? = nil
    ) {
        let key = Key(
            what: what, kind: kind, reason: error.map { ObjectIdentifier(type(of: $0)) },
            state: (error as? StoreError)?.sqlState)
        let (isNew, mustBegin) = state.withLock { state in
            (state.note(key, Entry(level: level, ticket: ticket, error: error), Self.most), state.begin())
        }
        if isNew { log(key, Entry(level: level, ticket: ticket, error: error)) }
        if mustBegin { Task(executorPreference: Reactor.shared) { await self.count() } }
    }

    /// Tells once a second what has been counted, until a second has passed in which nothing was.
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
        var metadata: Logger.Metadata = ["job": "\(entry.ticket)", "kind": "\(key.kind)"]
        if let error = entry.error { metadata["error"] = "\(StoredText.of("\(error)"))" }
        // The job is the last of so many.
        if entry.count > 0 { metadata["count"] = "\(entry.count)" }
        logger.log(level: entry.level, "\(key.what)", metadata: metadata)
    }
}

extension FailureLog.State {
    /// Whether it is the first of its like for some time.
    fileprivate mutating func note(_ key: FailureLog.Key, _ entry: FailureLog.Entry, _ most: Int) -> Bool {
        // Of very many different ones the rest are counted together.
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

    fileprivate mutating func begin() -> Bool {
        defer { isCounting = true }
        return !isCounting
    }

    /// Those that have been counted; those that have not are forgotten.
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
        isCounting = !entries.isEmpty
        return isCounting
    }
}

extension FailureLog.Key {
    fileprivate static func rest(of key: Self) -> Self {
        Self(what: key.what, kind: "(others)", reason: nil, state: nil)
    }
}
