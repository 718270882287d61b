public import Foundation

/// Which jobs to find: those for which all that is set is true.
public struct JobSearch: Codable, Sendable, Hashable {
    /// Of this queue.
    public var queue: String?
    /// Of this kind.
    public var kind: String?
    /// In this status.
    public var status: JobStatus?
    /// Run by this worker, now or in the last attempt.
    public var worker: Int?
    /// Offloaded by this user.
    public var user: String?
    /// Ended at this time or later; a live job: offloaded.
    public var since: Date?
    /// Ended before this time; a live job: offloaded.
    public var until: Date?
    /// With this text somewhere in the first 64 kB of the arguments, in upper or lower case.
    public var words: String?

    /// All jobs, unless told otherwise.
    public init(
        queue: String? = nil, kind: String? = nil, status: JobStatus? = nil, worker: Int? = nil,
        user: String? = nil, since: Date? = nil, until: Date? = nil, words: String? = nil
    ) {
        self.queue = queue
        self.kind = kind
        self.status = status
        self.worker = worker
        self.user = user
        self.since = since
        self.until = until
        self.words = words
    }

    /// Whether live jobs can be among them.
    var findsLive: Bool { status?.isEnded != true }
    /// Whether ended jobs can be among them.
    var findsEnded: Bool { status?.isEnded != false }

    /// How long to look before saying how far one has got. Texts are found by reading all arguments, anything
    /// else by an index.
    var patience: Duration { words == nil ? .seconds(1) : .milliseconds(60) }
}
