import CoreMetrics
import DjetStore
import HTTPTypes

/// Counts the answers, and measures the time until they begin.
final class RequestMetrics: Sendable {
    private struct Key: Hashable {
        var method: String
        var basetype: String
        var route: String
        var status: String
    }

    private struct Instruments: Sendable {
        let requests: Counter
        let seconds: Timer
    }

    private let instruments = Guarded<[Key: Instruments]>([:])

    func record(_ method: HTTPRequest.Method, _ answer: RoutedResponse, _ took: Duration) {
        let key = Key(
            method: Self.known(method), basetype: answer.basetype, route: answer.route,
            status: Self.status(answer.status))
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
        let place = [("basetype", key.basetype), ("route", key.route)]
        let labels = [("method", key.method)] + place + [("status", key.status)]
        return Instruments(
            requests: Counter(label: "djet_http_requests_total", dimensions: labels),
            seconds: Timer(label: "djet_http_request_seconds", dimensions: place))
    }

    // A client can make up methods; each would be a series of its own.
    static func known(_ method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .put, .patch, .delete, .options].contains(method) ? method.rawValue : "other"
    }

    /// Returns the class of a status, such as `2xx`; 499, of a client that has left, stands for itself.
    private static func status(_ code: Int) -> String { code == 499 ? "499" : "\(code / 100)xx" }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
