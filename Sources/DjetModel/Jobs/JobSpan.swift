import Tracing

/// The span of an attempt at a job, in the trace of its offloader.
package struct JobSpan: Sendable {
    /// A moment at which a span may have begun.
    package struct Moment: Sendable {
        fileprivate let instant = DefaultTracerClock.now

        package init() {}
    }

    private let span: any Tracing.Span

    /// Begins the span of an attempt, which may have begun at a moment before.
    package init(
        _ ticket: TicketID, _ kind: String, attempt: Int, _ environment: JobEnvironment,
        since moment: Moment = Moment()
    ) {
        var context = ServiceContext.topLevel
        if let trace = environment.trace {
            InstrumentationSystem.instrument.extract(trace, into: &context, using: TraceCarrier())
        }
        span = Tracing.startSpan(kind, context: context, ofKind: .consumer, at: moment.instant)
        span.updateAttributes { attributes in
            attributes["ticket"] = ticket.description
            attributes["kind"] = kind
            attributes["attempt"] = attempt
            attributes["user"] = environment.user
        }
    }

    /// Runs `body` in the span, and ends it.
    package func around<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            let result = try await ServiceContext.$current.withValue(span.context) { try await body() }
            end()
            return result
        } catch {
            end(after: error)
            throw error
        }
    }

    /// Ends the span. A job that is put off, or waits for a signal, has not failed.
    package func end(after error: (any Error)? = nil) {
        if let error, !(error is Snooze), !(error is SignalWait) {
            span.recordError(error)
            span.setStatus(SpanStatus(code: .error))
        }
        span.end()
    }
}
