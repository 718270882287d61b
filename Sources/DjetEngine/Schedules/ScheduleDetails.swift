import DjetJSON
import DjetModel
import Foundation

/// The details of one schedule, as people and programs see them.
struct ScheduleDetails: Codable, Sendable {
    var schedule: ListedSchedule
    /// The next due times; none while it is paused or retired.
    var dueTimes: [Date]
    /// The arguments of its jobs; null without the right “arguments”.
    var arguments: JSONValue?
    /// The declaration of its part, without the arguments unless the visitor has the right “arguments”.
    var declared: JSONValue?
    /// The address of the list of the jobs of its kind.
    var jobsPath: String

    /// The number of due times.
    private static let times = 5

    init(_ record: ScheduleRecord, _ visit: Visit) async throws {
        let maySee = visit.may(.arguments)
        schedule = ListedSchedule(record, visit)
        arguments = maySee ? TicketPage.value(record.arguments) : nil
        declared = record.declared.map { Self.declaration($0, withArguments: maySee) }
        jobsPath = visit.path() + JobSearch(kind: record.kind).question()
        dueTimes = try await Self.dueTimes(of: record, in: visit.model)
    }

    private static func dueTimes(of record: ScheduleRecord, in model: Model) async throws -> [Date] {
        guard let next = record.nextAt else { return [] }
        // An interval counts from the next due time.
        return try await [next]
            + model.dueTimes(record.rule, zone: record.zone, after: next, count: times - 1)
    }

    private static func declaration(_ text: String, withArguments: Bool) -> JSONValue {
        guard case .object(var members) = TicketPage.value(text) else { return .object([:]) }
        if !withArguments { members["arguments"] = nil }
        return .object(members)
    }
}

/// The job that a schedule made when it was asked to.
struct ScheduleRun: Codable, Sendable {
    var schedule: String
    var ticket: String
    /// The address of the job.
    var path: String
}

/// The name of a schedule that was removed.
struct ScheduleRemoval: Codable, Sendable {
    var removed: String
}
