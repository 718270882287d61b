import DjetModel
import Foundation

/// One's own tickets, the newest first.
struct TicketList: Codable, Sendable {
    struct Entry: Codable, Sendable {
        var ticket: String
        var kind: String
        var status: JobStatus
        var offloadedAt: Date
        var finishedAt: Date?
        var error: String?
        var path: String
    }

    static let pageSize = 50

    var tickets: [Entry]
    /// Where the next ones are; nil if there are none.
    var next: String?

    /// `states` hold one more than the page shows if there are more.
    init(_ states: [TicketState], _ visit: Visit) {
        tickets = states.prefix(Self.pageSize).map { state in
            Entry(
                ticket: state.ticket.description, kind: state.kind, status: state.status,
                offloadedAt: state.offloadedAt, finishedAt: state.finishedAt, error: state.error,
                path: visit.path(state.ticket.description))
        }
        let last = states.prefix(Self.pageSize).last?.ticket.number
        next = states.count > Self.pageSize ? last.map { "\(visit.path())?before=\($0)" } : nil
    }
}
