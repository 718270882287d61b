import DjetStore

/// What a look at a job shows.
struct TicketLook: Sendable {
    let state: TicketState
    let progress: JobProgress?
    /// The answer, as JSON, or its beginning.
    let reply: String?
    /// How many bytes the whole answer has, if that is not all of it.
    let wholeSize: Int?
    /// The next lines of its log.
    let lines: [LogLine]
    /// Whether there may be more lines than these.
    let hasMore: Bool

    private struct Rest: Decodable, Sendable {
        var progress: JobProgress?
        var reply: String?
        var replySize: Int?
    }

    init(_ job: Row, lines: [LogLine], hasMore: Bool) throws {
        state = try job.decode()
        let rest = try job.decode(Rest.self)
        progress = rest.progress
        reply = rest.reply
        wholeSize = rest.replySize.flatMap { $0 > JobPart.shown ? $0 : nil }
        self.lines = lines
        self.hasMore = hasMore
    }

    /// How many lines are read at a time.
    private static let page = 500

    /// What has become of a job, and the lines it has logged since. Throws `JobError.unknown`.
    static func at(
        _ ticket: TicketID, after line: Int64, _ queue: JobQueue, in database: any Database
    ) async throws -> TicketLook {
        // The job first: all that it has logged before its end is there once its end is.
        let answers = try await database.pipeline([
            queue.look(at: ticket.number), queue.log(of: ticket.number, after: line, limit: page),
        ])
        guard let job = answers[0].first else { throw JobError.unknown(ticket) }
        let lines = try answers[1].decode(LogLine.self)
        let look = try TicketLook(job, lines: lines, hasMore: lines.count == page)
        guard look.state.ticket == ticket else { throw JobError.unknown(ticket) }
        return look
    }

    /// What has become of a job, without what it has logged. Throws `JobError.unknown`.
    static func at(
        _ ticket: TicketID, _ queue: JobQueue, in database: any Database
    ) async throws -> TicketLook {
        guard let job = try await database.query(queue.look(at: ticket.number)).first else {
            throw JobError.unknown(ticket)
        }
        let look = try TicketLook(job, lines: [], hasMore: false)
        guard look.state.ticket == ticket else { throw JobError.unknown(ticket) }
        return look
    }

    /// What is new in it to somebody who has seen all up to `cursor`, which it moves on.
    ///
    /// The end is told last, when there are no more lines.
    func events(after cursor: inout EventID) throws -> [TicketEvent] {
        var events: [TicketEvent] = []
        if !state.status.isEnded { try tellState(&cursor, &events) }
        for line in lines {
            cursor.line = line.id
            events.append(TicketEvent(id: cursor, content: .log(line)))
        }
        if state.status.isEnded {
            if !hasMore { try tellEnd(&cursor, &events) }
        } else {
            cursor.hasEnded = false
            try tellProgress(&cursor, &events)
        }
        return events
    }

    private func tellState(_ cursor: inout EventID, _ events: inout [TicketEvent]) throws {
        let digest = try EventID.digest(of: state)
        guard digest != cursor.state else { return }
        cursor.state = digest
        events.append(TicketEvent(id: cursor, content: .state(state)))
    }

    private func tellProgress(_ cursor: inout EventID, _ events: inout [TicketEvent]) throws {
        guard let progress else { return }
        // The same in another attempt is news.
        let digest = try EventID.digest(of: progress) &+ UInt64(clamping: state.attempt)
        guard digest != cursor.progress else { return }
        cursor.progress = digest
        events.append(TicketEvent(id: cursor, content: .progress(progress)))
    }

    private func tellEnd(_ cursor: inout EventID, _ events: inout [TicketEvent]) throws {
        let before = cursor.state
        try tellState(&cursor, &events)
        guard !cursor.hasEnded || cursor.state != before else { return }
        cursor.hasEnded = true
        events.append(TicketEvent(id: cursor, content: .reply(reply), wholeSize: wholeSize))
    }
}
