import Tracing

/// The part of the offloader's environment that travels with a job, so that it runs as a call would.
package struct JobEnvironment: Codable, Sendable, Hashable {
    package var user: String?
    package var locale: String?
    /// The tenant on whose behalf it runs.
    package var tenant: String?
    /// The offloader's trace, as the tracer wrote it.
    package var trace: [String: String]?
    /// The schedule that made the job.
    package var schedule: ScheduledTime?
    /// The rule of a unique job.
    package var unique: Unique?
    /// The group that the job belongs to.
    package var group: GroupID?
    /// The outcome of the group after which the job runs.
    package var outcome: GroupOutcome?
    /// The seconds that an attempt may take, in place of the handler's limit.
    package var timeout: Double?
    /// The time by which it must have begun, as PostgreSQL reads it.
    package var expires: String?
    /// True if a worker had begun it and handed it back, though no attempt counts.
    package var begun: Bool?
    /// The argument whose value is its key in queues with a key.
    package var limitKey: String?
    /// The tags by which people find it.
    package var tags: [String]?
    /// A note for people.
    package var note: String?

    package init(
        user: String? = nil, locale: String? = nil, tenant: String? = nil, trace: [String: String]? = nil
    ) {
        self.user = user
        self.locale = locale
        self.tenant = tenant
        self.trace = trace
    }

    /// True if the program has a tracer.
    package static var isTraced: Bool { !(InstrumentationSystem.tracer is NoOpTracer) }

    /// True if it has one that makes a span of every attempt, not only of those in somebody's trace.
    package static var tracesAll: Bool {
        isTraced && !(InstrumentationSystem.tracer is any FollowsTraces)
    }

    /// The number of the offloader's trace, if a tracer wrote it as W3C's Trace Context has it.
    package var traceID: String? { trace?[TraceParent.name].flatMap { TraceParent($0) }?.traceID }
}
