import DjetModel
import Foundation

extension Model {
    /// Returns the schedule of a typed name. Throws `CommandFailure` if there is none, with the names that
    /// may be meant.
    func schedule(typed name: String) async throws -> ScheduleRecord {
        do {
            return try await schedule(name)
        } catch ModelError.notFound(let text) {
            let guess = try await schedules(limit: 1_000).map(\.name).guess(at: name)
            throw CommandFailure(
                .failed, "\(text)\(guess) `\(Application.current.name) schedules list` lists them")
        }
    }

    /// Returns the next due times of a schedule. Without `from` they begin with the one at which it makes its
    /// next job: an interval counts from there.
    func dueTimes(of schedule: ScheduleRecord, from: Date? = nil, count: Int) async throws -> [Date] {
        guard from == nil, let next = schedule.nextAt, next > now else {
            return try await dueTimes(schedule.rule, zone: schedule.zone, after: from, count: count)
        }
        guard count > 1 else { return [next] }
        let later = try await dueTimes(schedule.rule, zone: schedule.zone, after: next, count: count - 1)
        return [next] + later
    }
}
