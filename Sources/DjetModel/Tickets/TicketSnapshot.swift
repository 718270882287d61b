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

    init(_ look: TicketLook, _ log: [LogLine]) throws {
        state = look.state
        progress = look.progress
        lines = log
        reply = look.reply
        var position = EventID()
        _ = try TicketNews(look, log, hasMore: false, after: &position)
        self.position = position
    }
}

extension Model {
    /// Returns a job as it is now, with the last lines of its log. Throws `JobError.unknown`.
    public func snapshot(of ticket: TicketID, lines: Int = 200) async throws -> TicketSnapshot {
        // The job comes first: once its end is visible, all of its log is, too.
        let answers = try await database.pipeline([
            queue.look(at: ticket.number), queue.lastLog(of: ticket.number, limit: lines),
        ])
        return try TicketSnapshot(TicketLook(answers[0], of: ticket), answers[1].decode())
    }
}
