import DjetStore

/// The name and labels of a figure.
struct MetricKey: Hashable, Comparable {
    /// The name: `djet_http_requests_total`.
    let name: String
    /// The labels: `method="GET",status="200"`, or nothing.
    let labels: String

    init(label: String, dimensions: [(String, String)]) {
        name = Self.plain(label)
        labels = dimensions.map { "\(Self.plain($0.0))=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    }

    static func < (left: MetricKey, right: MetricKey) -> Bool {
        (left.name, left.labels) < (right.name, right.labels)
    }

    private static func plain(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    private static let escapes: [Unicode.Scalar: String] = ["\\": "\\\\", "\"": "\\\"", "\n": "\\n"]

    private static func escaped(_ value: String) -> String { value.rewritten { escapes[$0] } }
}
