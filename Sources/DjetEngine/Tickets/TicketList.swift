import DjetModel
import Foundation

/// The visitor's own tickets, newest first.
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
    /// The address of the next page; nil on the last.
    var next: String?

    /// Creates a page. `states` hold one more than a page shows if there are more.
    init(_ states: [TicketState], _ visit: Visit) {
        tickets = states.prefix(Self.pageSize).map { state in
            Entry(state, below: visit.path())
        }
        let last = states.prefix(Self.pageSize).last?.ticket.number
        next = states.count > Self.pageSize ? last.map { "\(visit.path())?before=\($0)" } : nil
    }
}

extension TicketList.Entry {
    init(_ state: TicketState, below path: String) {
        self.init(
            ticket: state.ticket.description, kind: state.kind, status: state.status,
            offloadedAt: state.offloadedAt, finishedAt: state.finishedAt, error: state.error,
            path: "\(path == "/" ? "" : path)/\(Percent.encoded(state.ticket.description))")
    }
}
