public import Foundation

/// A search for jobs. All properties that are set must match.
public struct JobSearch: Codable, Sendable, Hashable {
    /// The queue.
    public var queue: String?
    /// The status.
    public var status: JobStatus?
    /// The kind.
    public var kind: String?
    /// The worker that runs it, or ran its last attempt.
    public var worker: Int?
    /// The user who offloaded it.
    public var user: String?
    /// The tenant on whose behalf it runs.
    public var tenant: String?
    /// A tag.
    public var tag: String?
    /// The group that it belongs to.
    public var group: GroupID?
    /// The earliest end; for a live job, the earliest offload.
    public var since: Date?
    /// The time before which it ended; for a live job, before which it was offloaded.
    public var until: Date?
    /// A text in the first 64 kB of the arguments, regardless of case.
    public var text: String?
    /// The order; nil for the newest first.
    public var order: JobOrder?

    typealias CodingKeys = Field

    /// The times that a search may state: from 1970 to 9999.
    package static let years =
        Date(timeIntervalSince1970: 0)..<Date(timeIntervalSince1970: 253_402_300_800)

    /// Creates a search; by default it finds all jobs.
    public init(
        queue: String? = nil, status: JobStatus? = nil, kind: String? = nil, worker: Int? = nil,
        user: String? = nil, tenant: String? = nil, tag: String? = nil, group: GroupID? = nil,
        since: Date? = nil, until: Date? = nil, text: String? = nil, order: JobOrder? = nil
    ) {
        self.queue = queue
        self.status = status
        self.kind = kind
        self.worker = worker
        self.user = user
        self.tenant = tenant
        self.tag = tag
        self.group = group
        self.since = since
        self.until = until
        self.text = text
        self.order = order
    }

    /// True if live jobs can be found.
    var findsLive: Bool { status?.isEnded != true }
    /// True if ended jobs can be found.
    var findsEnded: Bool { status?.isEnded != false }

    /// The time to look before reporting how far the search has got. Texts are found by reading all
    /// arguments, anything else by an index.
    var patience: Duration { text == nil ? .seconds(1) : .milliseconds(60) }
}

/// The order in which a search finds jobs.
public enum JobOrder: String, Codable, Sendable, CaseIterable {
    /// Running jobs, other live jobs, ended ones; the last first in each part.
    case newest
    /// The other way around.
    case oldest
}
