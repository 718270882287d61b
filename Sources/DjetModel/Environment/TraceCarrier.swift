import Tracing

/// A carrier of the offloader's trace to the job, with any tracer.
package struct TraceCarrier: Injector, Extractor {
    /// The caller's trace as the tracer writes it; nil if there is none.
    static var current: [String: String]? {
        guard let context = ServiceContext.current else { return nil }
        var fields: [String: String] = [:]
        InstrumentationSystem.instrument.inject(context, into: &fields, using: TraceCarrier())
        return fields.isEmpty ? nil : fields
    }

    /// Runs `body`, which offloads jobs of a kind, in a span of the caller's trace if there is one.
    static func offloading<Result>(
        _ kind: String, _ body: () async throws -> Result
    ) async rethrows -> Result {
        guard ServiceContext.current != nil, JobEnvironment.isTraced else { return try await body() }
        return try await withSpan("offload \(kind)", ofKind: .producer) { _ in try await body() }
    }

    package func inject(_ value: String, forKey key: String, into carrier: inout [String: String]) {
        carrier[key] = value
    }

    package func extract(key: String, from carrier: [String: String]) -> String? {
        carrier[key]
    }
}
