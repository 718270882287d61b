import DjetModel
import DjetStore
import Logging
import Tracing

/// A span that becomes a line of the log when it ends, if it has a log.
final class LoggedSpan: Tracing.Span {
    private struct State {
        var name: String
        var attributes = SpanAttributes()
        var error: String?
        var hasFailed = false
        var hasEnded = false
    }

    let context: ServiceContext
    private let state: Guarded<State>
    private let kind: SpanKind
    /// The number of the span around it.
    private let parent: String?
    /// Nanoseconds since 1970.
    private let began: UInt64
    private let logger: Logger?

    init(
        _ name: String, _ kind: SpanKind, _ context: ServiceContext, within parent: String?,
        since began: UInt64, to logger: Logger?
    ) {
        state = Guarded(State(name: name))
        self.kind = kind
        self.context = context
        self.parent = parent
        self.began = began
        self.logger = logger
    }

    var isRecording: Bool { logger != nil }

    var operationName: String {
        get { state.withLock { $0.name } }
        set { state.withLock { $0.name = newValue } }
    }

    var attributes: SpanAttributes {
        get { state.withLock { $0.attributes } }
        set { state.withLock { $0.attributes = newValue } }
    }

    func setStatus(_ status: SpanStatus) {
        state.withLock { $0.hasFailed = status.code == .error }
    }

    // A line has room for neither. The log itself tells of events.
    func addEvent(_ event: SpanEvent) {}
    func addLink(_ link: SpanLink) {}

    func recordError<Instant: TracerInstant>(
        _ error: any Error, attributes: SpanAttributes, at instant: @autoclosure () -> Instant
    ) {
        guard isRecording else { return }
        let text = StoredText.of("\(error)")
        state.withLock { $0.error = text }
    }

    func end<Instant: TracerInstant>(at instant: @autoclosure () -> Instant) {
        guard let logger, let place = context.traceParent else { return }
        let isFirst = state.withLock { state in
            defer { state.hasEnded = true }
            return !state.hasEnded
        }
        guard isFirst else { return }
        let ended = instant().nanosecondsSinceEpoch
        logger.info("span", metadata: metadata(of: place, until: ended))
    }

    private func metadata(of place: TraceParent, until ended: UInt64) -> Logger.Metadata {
        let state = state.withLock { $0 }
        var metadata: Logger.Metadata = [
            "span": "\(place.spanID)", "trace": "\(place.traceID)", "name": "\(state.name)",
            "role": "\(kind)", "outcome": state.hasFailed ? "error" : "ok",
            // The clock may have been set back meanwhile.
            "seconds": .stringConvertible(Double(ended > began ? (ended - began) / 1_000 : 0) / 1e6),
        ]
        metadata["parent"] = parent.map { "\($0)" }
        metadata["error"] = state.error.map { "\($0)" }
        state.attributes.forEach { key, value in metadata[key] = Self.value(value) }
        return metadata
    }

    private static func value(_ attribute: SpanAttribute) -> Logger.MetadataValue {
        switch attribute {
        case .string(let text): "\(text)"
        case .int32(let number): .stringConvertible(Int(number))
        case .int64(let number): .stringConvertible(Int(number))
        case .double(let number): .stringConvertible(number)
        case .bool(let flag): .stringConvertible(flag)
        default: "\(attribute)"
        }
    }
}
