import DjetStore

/// A job as one look finds it.
struct TicketLook: Sendable {
    let state: TicketState
    let progress: JobProgress?
    /// The reply as JSON, or its beginning.
    let reply: String?
    /// The number of bytes of the whole reply, if only its beginning is here.
    let wholeSize: Int?
    /// The next lines of the job's log.
    let lines: [LogLine]
    /// True if there may be more lines than these.
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

    /// The most lines that one look reads.
    private static let page = 500

    /// Returns a look at a job, with its log lines after `line`. Throws `JobError.unknown`.
    static func at(
        _ ticket: TicketID, after line: Int64, _ queue: JobQueue, in database: any Database
    ) async throws -> TicketLook {
        // The job comes first: once its end is visible, all of its log is, too.
        let answers = try await database.pipeline([
            queue.look(at: ticket.number), queue.log(of: ticket.number, after: line, limit: page),
        ])
        guard let job = answers[0].first else { throw JobError.unknown(ticket) }
        let lines = try answers[1].decode(LogLine.self)
        let look = try TicketLook(job, lines: lines, hasMore: lines.count == page)
        guard look.state.ticket == ticket else { throw JobError.unknown(ticket) }
        return look
    }

    /// Returns a look at a job, without its log. Throws `JobError.unknown`.
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

    /// Returns the events after `cursor`, and moves it on.
    ///
    /// The end is reported last, when there are no more lines.
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
        // The same progress in another attempt is an event, too.
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
