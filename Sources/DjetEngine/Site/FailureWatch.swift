import DjetJSON
import DjetModel
import DjetStore
import HTTPTypes
import Logging

/// The log of requests that the server could not answer (5xx): the first of its kind is logged at once,
/// repetitions once a second with their count.
final class FailureWatch: Sendable {
    private struct Kind: Hashable {
        let status: Int
        /// The basetype of the node; nil if none was reached.
        let basetype: String?
        /// The error's type; nil for the kinds that are not told apart.
        let reason: ObjectIdentifier?
        let state: SQLState?
    }

    private struct Latest {
        /// The logger of the request.
        let logger: Logger
        let method: String
        let path: String
        let error: any Error
    }

    private let failures = Repetitions<Kind, Latest> { kind in
        Kind(status: kind.status, basetype: nil, reason: nil, state: nil)
    } tell: { kind, latest, count in
        FailureWatch.log(kind, latest, count)
    }

    /// Logs a failed request now, or counts it if one like it was logged within a second.
    func note(
        _ error: any Error, status: Int, _ method: HTTPRequest.Method, _ path: String, basetype: String?,
        _ logger: Logger
    ) {
        let kind = Kind(
            status: status, basetype: basetype, reason: ObjectIdentifier(type(of: error)),
            state: (error as? StoreError)?.sqlState)
        failures.note(
            kind,
            Latest(logger: logger, method: method.rawValue, path: path.beginning(200), error: error))
    }

    private static func log(_ kind: Kind, _ latest: Latest, _ count: Int) {
        // The path and the error are those of the last of the counted requests.
        var metadata: Logger.Metadata = [
            "method": "\(latest.method)", "path": "\(latest.path)", "status": "\(kind.status)",
            "error": "\(StoredText.of("\(latest.error)"))",
        ]
        if count > 0 { metadata["count"] = "\(count)" }
        latest.logger.log(level: level(of: kind.status), "a request failed", metadata: metadata)
    }

    /// Returns the level of a status. Others than 500 are no fault of the program: the client is told the
    /// reason, and can try again.
    static func level(of status: Int) -> Logger.Level { status == 500 ? .error : .warning }
}
