package import DjetStore

/// The events of a job that one look finds.
package struct TicketNews: TicketFinding {
    /// The events, in their order.
    package private(set) var events: [TicketEvent] = []
    package let isLast: Bool
    package let hasMore: Bool

    /// The most lines of the log that one look reads.
    private static let page = 500

    /// Looks at a job and the lines of its log that follow `position`.
    package static func find(
        _ ticket: TicketID, after position: inout EventID, _ queue: JobQueue, in database: any Database
    ) async throws -> TicketNews {
        // The job comes first: once its end is visible, all of its log is, too.
        let answers = try await database.pipeline([
            queue.look(at: ticket.number), queue.log(of: ticket.number, after: position.line, limit: page),
        ])
        let log = try answers[1].decode(LogLine.self)
        let look = try TicketLook(answers[0], of: ticket)
        return try TicketNews(look, log, hasMore: log.count == page, after: &position)
    }

    /// Makes the events after `position`, and moves it past them.
    ///
    /// The end is reported last, when there are no more lines.
    init(_ look: TicketLook, _ log: [LogLine], hasMore: Bool, after position: inout EventID) throws {
        self.hasMore = hasMore
        isLast = look.isLast && !hasMore
        if !look.isLast { try tellState(of: look, &position) }
        for line in log {
            position.line = line.id
            events.append(TicketEvent(id: position, content: .log(line)))
        }
        if !look.isLast {
            position.hasEnded = false
            try tellProgress(of: look, &position)
        } else if !hasMore {
            try tellEnd(of: look, &position)
        }
    }

    private mutating func tellState(of look: TicketLook, _ position: inout EventID) throws {
        let digest = try EventID.digest(of: look.state)
        guard digest != position.state else { return }
        position.state = digest
        events.append(TicketEvent(id: position, content: .state(look.state)))
    }

    private mutating func tellProgress(of look: TicketLook, _ position: inout EventID) throws {
        guard let progress = look.progress else { return }
        // The same progress in another attempt is an event, too.
        let digest = try EventID.digest(of: progress) &+ UInt64(clamping: look.state.attempt)
        guard digest != position.progress else { return }
        position.progress = digest
        events.append(TicketEvent(id: position, content: .progress(progress)))
    }

    private mutating func tellEnd(of look: TicketLook, _ position: inout EventID) throws {
        let before = position.state
        try tellState(of: look, &position)
        guard !position.hasEnded || position.state != before else { return }
        position.hasEnded = true
        events.append(TicketEvent(id: position, content: .reply(look.reply), wholeSize: look.wholeSize))
    }
}
