package import Tracing

/// A span's place in a trace, as W3C's Trace Context writes it: `traceparent` and `tracestate`.
package struct TraceParent: Sendable, Hashable {
    /// The number of the trace: 32 hexadecimal digits.
    package let traceID: String
    /// The number of the span: 16 hexadecimal digits.
    package let spanID: String
    /// True if whoever began the trace records it.
    package let isSampled: Bool
    /// The state of other tracing systems, which is passed on as it came.
    package let state: String?

    /// The names of the two headers.
    package static let name = "traceparent"
    package static let stateName = "tracestate"
    /// The longest state that is passed on.
    private static let longestState = 512
    private static let length = 55

    /// Creates the first span of a trace of our own.
    package init() {
        self.init(traceID: Self.number() + Self.number(), spanID: Self.number(), isSampled: true, state: nil)
    }

    private init(traceID: String, spanID: String, isSampled: Bool, state: String?) {
        self.traceID = traceID
        self.spanID = spanID
        self.isSampled = isSampled
        self.state = state
    }

    /// Reads the headers. Returns nil unless the first one is valid; a state that is too long, or not plain
    /// ASCII, is left out.
    package init?(_ text: String, state: String? = nil) {
        // Measured first: it comes from outside.
        guard text.utf8.count >= Self.length, text.utf8.count <= 4 * Self.length else { return nil }
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count >= 4, fields[0] != "ff", fields[0] == "00" ? fields.count == 4 : true,
            Self.isNumber(fields[0], 2), Self.isNumber(fields[1], 32), Self.isNumber(fields[2], 16),
            Self.isNumber(fields[3], 2), let flags = UInt8(fields[3], radix: 16),
            fields[1].contains(where: { $0 != "0" }), fields[2].contains(where: { $0 != "0" })
        else { return nil }
        self.init(
            traceID: String(fields[1]), spanID: String(fields[2]), isSampled: flags & 1 == 1,
            state: state.flatMap { Self.isState($0) ? $0 : nil })
    }

    /// The value of `traceparent`.
    package var text: String { "00-\(traceID)-\(spanID)-\(isSampled ? "01" : "00")" }

    /// Returns a span within this one.
    package func child() -> TraceParent {
        TraceParent(traceID: traceID, spanID: Self.number(), isSampled: isSampled, state: state)
    }

    /// Returns a random number of 16 hexadecimal digits that is not 0.
    private static func number() -> String {
        let digits = String(UInt64.random(in: 1...UInt64.max), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private static func isNumber(_ text: Substring, _ length: Int) -> Bool {
        text.utf8.count == length
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    private static func isState(_ text: String) -> Bool {
        (1...longestState).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: " ")...UInt8(ascii: "~")).contains($0) }
    }
}

extension ServiceContext {
    private enum Key: ServiceContextKey {
        typealias Value = TraceParent
    }

    /// The span that runs, if the program's tracer is one that follows traces.
    package var traceParent: TraceParent? {
        get { self[Key.self] }
        set { self[Key.self] = newValue }
    }
}

/// A tracer that makes spans of the traces which others began, and of nothing else in a worker.
package protocol FollowsTraces: Sendable {}
