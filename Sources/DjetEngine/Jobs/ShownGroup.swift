import DjetModel
import Foundation

/// The group whose jobs a list shows. Its counts are those of the whole group.
struct ShownGroup: Codable, Sendable {
    var id: GroupID
    var name: String
    /// The number of its jobs, live and ended.
    var jobs: Int
    var finished: Int
    var failed: Int
    var cancelled: Int
    /// The number of jobs that have not ended.
    var live: Int
    var madeAt: Date
    /// The time when all had ended; null before.
    var endedAt: Date?
    /// The group whose job made it.
    var outer: JobGroup?
    /// The job that runs when all have ended.
    var then: TicketID?
    /// The address of that job.
    var thenPath: String?

    init(_ status: GroupStatus, below base: String) {
        (id, name) = (status.id, status.name)
        (jobs, live) = (status.jobs, status.live)
        (finished, failed, cancelled) = (status.finished, status.failed, status.cancelled)
        (madeAt, endedAt) = (status.madeAt, status.endedAt)
        outer = status.outerGroup.map { JobGroup($0, below: base) }
        then = status.then
        thenPath = status.then.map { "\(base)/\(Percent.encoded("\($0)"))" }
    }
}

extension Visit {
    /// Returns the group that a filter names; nil if it names none, or none that there is.
    func group(of filter: JobSearch) async throws -> ShownGroup? {
        guard let group = filter.group else { return nil }
        do {
            return ShownGroup(try await model.groupStatus(group), below: path())
        } catch ModelError.notFound {
            return nil
        }
    }
}
