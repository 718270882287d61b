import DjetModel
import Foundation

/// What is asked of somebody who cancels or retries many jobs.
struct BulkForm: Codable, Sendable {
    var action: BulkAction
    /// The tickets; or else all that the filter lets through, if `all` says so.
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

    /// The tickets that are named. Throws `ModelError.invalid` if one is none.
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

/// What somebody is asked before many jobs are changed.
struct BulkQuestion: Codable, Sendable {
    var action: BulkAction
    /// How many jobs there are that can be changed; no more than are changed at a time.
    var amount: Int
    /// Whether there are more than that.
    var areMoreLeft: Bool
    var filter: JobsFilter
    /// The list of them.
    var path: String
    var isCancel: Bool
    /// Whether there is any.
    var hasAny: Bool
}
