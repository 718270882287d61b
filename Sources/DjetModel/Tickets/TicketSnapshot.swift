import DjetStore

/// A job at one moment, for a page that follows it from there.
public struct TicketSnapshot: Sendable {
    /// The state of the job.
    public let state: TicketState
    /// The progress; nil if the job has reported none, or does not run.
    public let progress: JobProgress?
    /// The last lines of its log.
    public let lines: [LogLine]
    /// The reply as JSON; nil if there is none yet. One longer than `JobPart.shown` is cut to its beginning.
    public let reply: String?
    /// The position from which `Model.events(of:after:)` continues.
    public let position: EventID

    init(_ look: TicketLook) throws {
        state = look.state
        progress = look.progress
        lines = look.lines
        reply = look.reply
        var position = EventID()
        _ = try look.events(after: &position)
        self.position = position
    }
}

extension Model {
    /// Returns a job as it is now, with the last lines of its log. Throws `JobError.unknown`.
    public func snapshot(of ticket: TicketID, lines: Int = 200) async throws -> TicketSnapshot {
        let answers = try await database.pipeline([
            queue.look(at: ticket.number), queue.lastLog(of: ticket.number, limit: lines),
        ])
        guard let job = answers[0].first else { throw JobError.unknown(ticket) }
        let look = try TicketLook(job, lines: try answers[1].decode(), hasMore: false)
        guard look.state.ticket == ticket else { throw JobError.unknown(ticket) }
        return try TicketSnapshot(look)
    }
}
