public import Foundation

/// A fault that was found in a running system: something that stops jobs, slows them or endangers them.
public struct Finding: Codable, Sendable, Hashable {
    /// The kind of fault, such as `dead-worker`. It never changes, so that a program can tell by it.
    public var id: String
    /// The thing that is at fault, such as the number of a worker or the name of a queue.
    public var subject: String
    /// The fault, in one or two sentences.
    public var what: String
    /// The time since when it is so; nil if that is unknown.
    public var since: Date?
    /// The way to mend it.
    public var advice: String

    /// Creates a finding.
    public init(id: String, subject: String, what: String, since: Date? = nil, advice: String) {
        self.id = id
        self.subject = subject
        self.what = what
        self.since = since
        self.advice = advice
    }
}
