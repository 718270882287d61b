import DjetModel
import DjetTestSupport
import InMemoryTracing
import Testing
import Tracing

@Suite struct TraceTests {
    /// The tracer of the whole process: the tracing system accepts only one.
    static let tracer = {
        let tracer = InMemoryTracer()
        InstrumentationSystem.bootstrap(tracer)
        return tracer
    }()

    @Test func aJobsSpanBelongsToTheTraceOfWhoeverOffloadedIt() async throws {
        let tracer = Self.tracer
        try await withWorker(of: testFunctions) { _, model in
            let traceID = try await withSpan("request") { span in
                _ = try await model.offload(Echo(text: "a")).value
                return span.context.inMemorySpanContext?.traceID
            }
            let spans = tracer.finishedSpans.filter { $0.traceID == traceID }
            #expect(spans.map(\.operationName).contains("test.echo"))
            #expect(traceID != nil)
        }
    }
}
