import DjetStore

/// A job as it stands at a moment, for a page that goes on from there by itself.
public struct TicketSnapshot: Sendable {
    /// Where it stands.
    public let state: TicketState
    /// How far it is; nil if it has not said, or does not run.
    public let progress: JobProgress?
    /// The last lines of its log.
    public let lines: [LogLine]
    /// The answer, as JSON; nil as long as there is none. Of one that is longer than `JobPart.shown` the beginning.
    public let reply: String?
    /// What happens after all this: `Model.events(of:after:)`.
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
    /// A job as it stands now, with the last lines of its log. Throws `JobError.unknown`.
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
