public import Foundation

/// How often a report on a job came from somebody whose job it no longer was, and was refused: from a worker that had been
/// frozen or cut off.
public struct RefusalCount: Codable, Sendable, Hashable {
    /// `reply`, `fail`, `progress`, `log`, `step` or `release`.
    public var what: String
    /// How often, since the queue was made.
    public var amount: Int
    /// When the last time.
    public var lastAt: Date
}
