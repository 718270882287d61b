import DjetModel
import Foundation

/// The form that cancels or retries many jobs.
struct BulkForm: Codable, Sendable {
    var action: BulkAction
    /// The tickets; none if `all` is true, which takes all jobs that match the filter.
    var job: [String]?
    var all: Bool?
    var queue: String?
    var status: JobStatus?
    var kind: String?
    var worker: Int?
    var user: String?
    var since: Date?
    var until: Date?
    var text: String?

    var filter: JobsFilter {
        JobsFilter(
            queue: queue, status: status, kind: kind, worker: worker, user: user, since: since, until: until,
            text: text)
    }

    /// The named tickets. Throws `ModelError.invalid` for a name that is no ticket.
    var tickets: [TicketID] {
        get throws {
            try (job ?? []).map { name in
                guard let ticket = TicketID(name) else {
                    throw ModelError.invalid("“\(name)” is no ticket: take names like slow.42")
                }
                return ticket
            }
        }
    }
}

/// The question to confirm before many jobs are changed.
struct BulkQuestion: Codable, Sendable {
    var action: BulkAction
    /// The number of jobs that can be changed, up to the limit of one change.
    var amount: Int
    /// True if there are more jobs than the limit.
    var areMoreLeft: Bool
    var filter: JobsFilter
    /// The address of the list of these jobs.
    var path: String
    var isCancel: Bool
    /// True if there is any such job.
    var hasAny: Bool
}
