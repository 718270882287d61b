import DjetModel
import DjetStore
import Logging

/// The log of failures of jobs: the first of its like is logged at once, repetitions once a second with their
/// count.
final class FailureLog: Sendable {
    private struct Key: Hashable {
        let what: String
        /// The kind of the jobs; nil if it concerns no single job.
        let kind: String?
        /// The error's type.
        let reason: ObjectIdentifier?
        let state: SQLState?
    }

    private struct Entry {
        let level: Logger.Level
        let ticket: TicketID?
        var attempt: Int?
        var user: String?
        /// The number of the offloader's trace.
        var trace: String?
        let error: (any Error)?
    }

    private let failures: Repetitions<Key, Entry>

    init(_ logger: Logger) {
        failures = Repetitions { key in
            Key(what: key.what, kind: "(others)", reason: nil, state: nil)
        } tell: { key, entry, count in
            FailureLog.log(key, entry, count, logger)
        }
    }

    /// Logs a failure of the worker itself.
    func note(_ level: Logger.Level, _ what: String, _ error: any Error) {
        note(level, what, of: nil, nil, error)
    }

    /// Logs a failure of an attempt now, or counts it if the same was logged within a second.
    func note(_ level: Logger.Level, _ what: String, of job: Job, _ error: (any Error)? = nil) {
        let entry = Entry(
            level: level, ticket: job.ticket, attempt: job.attempt, user: job.user,
            trace: job.environment.traceID, error: error)
        note(what, of: job.kind, entry)
    }

    /// Logs a failure now, or counts it if the same was logged within a second.
    func note(
        _ level: Logger.Level, _ what: String, of kind: String?, _ ticket: TicketID?,
        _ error: (any Error)? = nil
    ) {
        note(what, of: kind, Entry(level: level, ticket: ticket, error: error))
    }

    private func note(_ what: String, of kind: String?, _ entry: Entry) {
        let key = Key(
            what: what, kind: kind, reason: entry.error.map { ObjectIdentifier(type(of: $0)) },
            state: (entry.error as? StoreError)?.sqlState)
        failures.note(key, entry)
    }

    private static func log(_ key: Key, _ entry: Entry, _ count: Int, _ logger: Logger) {
        var metadata: Logger.Metadata = [:]
        metadata["job"] = entry.ticket.map { "\($0)" }
        metadata["kind"] = key.kind.map { "\($0)" }
        metadata["attempt"] = entry.attempt.map { .stringConvertible($0) }
        metadata["user"] = entry.user.map { "\($0)" }
        metadata["trace"] = entry.trace.map { "\($0)" }
        if let error = entry.error { metadata["error"] = "\(StoredText.of("\(error)"))" }
        // The job named is the last of the counted ones.
        if count > 0 { metadata["count"] = "\(count)" }
        logger.log(level: entry.level, "\(key.what)", metadata: metadata)
    }
}
