public import Foundation

/// The reason of a job that a schedule made: the schedule, and the time for which it was made.
public struct ScheduledTime: Codable, Sendable, Hashable {
    /// The name of the schedule.
    public let name: String
    /// The due time, which may have gone by before the job was made. The same in every attempt.
    public let due: Date

    /// Creates a time of a schedule.
    public init(name: String, due: Date) {
        self.name = name
        self.due = due
    }
}
