import DjetStore

/// A job as one look finds it for those who wait for its end: its status alone.
struct TicketEnd: TicketFinding, Decodable {
    private let ticket: TicketID
    private let status: JobStatus

    var isLast: Bool { status.isEnded }

    static func find(
        _ ticket: TicketID, after _: inout EventID, _ queue: JobQueue, in database: any Database
    ) async throws -> TicketEnd {
        guard let end = try await database.first(queue.end(of: ticket.number), as: TicketEnd.self),
            end.ticket == ticket
        else { throw JobError.unknown(ticket) }
        return end
    }
}
