import CoreMetrics
import DjetStore
import HTTPTypes

/// Counts the answers, and measures the time until they begin.
final class RequestMetrics: Sendable {
    private struct Key: Hashable {
        var method: String
        var basetype: String
        var status: Int
    }

    private struct Instruments: Sendable {
        let requests: Counter
        let seconds: Timer
    }

    private let instruments = Guarded<[Key: Instruments]>([:])

    func record(
        _ method: HTTPRequest.Method, _ basetype: String, _ status: HTTPResponse.Status, _ took: Duration
    ) {
        let key = Key(method: Self.known(method), basetype: basetype, status: status.code)
        let instruments = instruments.withLock { known in
            if let instruments = known[key] { return instruments }
            let new = Self.instruments(key)
            known[key] = new
            return new
        }
        instruments.requests.increment()
        instruments.seconds.recordNanoseconds(took.nanoseconds)
    }

    private static func instruments(_ key: Key) -> Instruments {
        let labels = [("method", key.method), ("basetype", key.basetype), ("status", String(key.status))]
        return Instruments(
            requests: Counter(label: "djet_http_requests_total", dimensions: labels),
            seconds: Timer(label: "djet_http_request_seconds", dimensions: [("basetype", key.basetype)]))
    }

    // A client can make up methods; each would be a series of its own.
    private static func known(_ method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .put, .patch, .delete, .options].contains(method) ? method.rawValue : "other"
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
