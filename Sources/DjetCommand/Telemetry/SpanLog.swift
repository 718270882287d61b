import DjetModel
import DjetStore
import Logging
import Tracing

/// The tracer of a program that brings none: it keeps the numbers of a trace (W3C's Trace Context) from the
/// request to the job. Once it has a log it also writes each span that is sampled as a line, and begins a
/// trace for each request that has none.
///
/// No library that exports spans is kept beside Djet: whoever has one gives its tracer to the application.
final class SpanLog: Tracer, FollowsTraces {
    private let log = Guarded<Logger?>(nil)

    /// Writes spans to a log from now on, at the level `info`.
    func write(to logger: Logger) {
        log.withLock { $0 = logger }
    }

    func startSpan<Instant: TracerInstant>(
        _ operationName: String, context: @autoclosure () -> ServiceContext, ofKind kind: SpanKind,
        at instant: @autoclosure () -> Instant, function: String, file fileID: String, line: UInt
    ) -> LoggedSpan {
        let outer = context()
        let parent = outer.traceParent
        var inner = outer
        let logger = log.withLock { $0 }
        if let parent {
            inner.traceParent = parent.child()
        } else if logger != nil, kind == .server {
            inner.traceParent = TraceParent()
        }
        return LoggedSpan(
            operationName, kind, inner, within: parent?.spanID,
            since: instant().nanosecondsSinceEpoch,
            to: inner.traceParent?.isSampled == true ? logger : nil)
    }

    func forceFlush() {}

    func inject<Carrier, Inject: Injector>(
        _ context: ServiceContext, into carrier: inout Carrier, using injector: Inject
    ) where Inject.Carrier == Carrier {
        guard let place = context.traceParent else { return }
        injector.inject(place.text, forKey: TraceParent.name, into: &carrier)
        if let state = place.state { injector.inject(state, forKey: TraceParent.stateName, into: &carrier) }
    }

    func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier, into context: inout ServiceContext, using extractor: Extract
    ) where Extract.Carrier == Carrier {
        guard let text = extractor.extract(key: TraceParent.name, from: carrier) else { return }
        let state = extractor.extract(key: TraceParent.stateName, from: carrier)
        context.traceParent = TraceParent(text, state: state)
    }
}
