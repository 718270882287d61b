import DjetStore

/// A job as one look finds it, without its log.
struct TicketLook: TicketFinding {
    let state: TicketState
    let progress: JobProgress?
    /// The reply as JSON, or its beginning.
    let reply: String?
    /// The number of bytes of the whole reply, if only its beginning is here.
    let wholeSize: Int?

    var isLast: Bool { state.status.isEnded }

    init(_ state: TicketState, progress: JobProgress?, reply: String?, replySize: Int?) {
        self.state = state
        self.progress = progress
        self.reply = reply
        wholeSize = replySize.flatMap { $0 > JobPart.shown ? $0 : nil }
    }

    private struct Rest: Decodable, Sendable {
        var progress: JobProgress?
        var reply: String?
        var replySize: Int?
    }

    /// Reads the answer to `JobQueue.look`. Throws `JobError.unknown` if there is no such job.
    init(_ rows: Rows, of ticket: TicketID) throws {
        guard let row = rows.first else { throw JobError.unknown(ticket) }
        let rest = try row.decode(Rest.self)
        self.init(try row.decode(), progress: rest.progress, reply: rest.reply, replySize: rest.replySize)
        guard state.ticket == ticket else { throw JobError.unknown(ticket) }
    }

    static func find(
        _ ticket: TicketID, after _: inout EventID, _ queue: JobQueue, in database: any Database
    ) async throws -> TicketLook {
        try TicketLook(await database.query(queue.look(at: ticket.number)), of: ticket)
    }
}
