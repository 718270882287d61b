public import Foundation

/// A chore as it stands in the database: one of a part, or one of Djet's own.
public struct ChoreRecord: Codable, Sendable, Hashable {
    /// The name.
    public var name: String
    /// The part of the program that declares it; nil for Djet's own.
    public var part: String?
    /// The seconds from the beginning of a run to that of the next. Djet's own go with each worker's beat.
    public var every: Double
    /// The seconds that a run may take; nil for Djet's own.
    public var timeLimit: Double?
    /// The time at which it is due next.
    public var nextAt: Date?
    /// The time when its last run began.
    public var startedAt: Date?
    /// The seconds that its last run took.
    public var took: Double?
    /// The error of its last run; nil if it went well.
    public var error: String?
    /// The number of the worker that runs it; nil if none does.
    public var worker: Int?
}
