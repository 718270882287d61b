import CLibPQ
import DequeModule

extension Wire {
    mutating func send(_ exchange: Exchange) {
        var exchange = exchange
        let isSent = put(&exchange)
        exchanges.append(exchange)
        if !isSent { close(because: lost()) }
        flush()
    }

    /// Puts the statements into libpq's buffer. Returns false if they cannot be sent.
    private mutating func put(_ exchange: inout Exchange) -> Bool {
        for (segment, statements) in exchange.segments.enumerated() {
            prepared.beginSegment()
            for (index, statement) in statements.enumerated() {
                let (name, isNew) = prepared.name(for: statement)
                if isNew {
                    guard PQsendPrepare(pointer, name, statement.text, 0, nil) == 1 else { return false }
                    exchange.steps.append(.prepare(name: name, segment: segment, statement: index))
                }
                guard put(statement, prepared: name) else { return false }
                exchange.steps.append(.run(segment: segment, statement: index))
            }
            guard PQpipelineSync(pointer) == 1 else { return false }
            exchange.steps.append(.sync)
        }
        return true
    }

    private func put(_ statement: Statement, prepared name: String) -> Bool {
        ParameterBuffer(statement.parameters).withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(
                pointer, name, count, values, lengths, formats, statement.wantsBinary ? 1 : 0) == 1
        }
    }

    /// Writes libpq's buffer; if the socket takes no more, the reactor tells when it does.
    mutating func flush() {
        interest.writing = !isClosed && PQflush(pointer) == 1
    }

    // MARK: Answers

    mutating func receive() {
        guard !isClosed else { return }
        received += 1
        lastReceipt = .now
        guard PQconsumeInput(pointer) == 1 else { return close(because: lost()) }
        if case .copy = mode { receiveCopy() } else { receiveAnswers() }
        // Notifications come first: a task that hears the answer to a notify may rely on having heard the
        // ring.
        effects.insert(contentsOf: notifications(), at: 0)
    }

    private mutating func receiveAnswers() {
        var ends = 0
        while !exchanges.isEmpty, ends < 3, PQisBusy(pointer) == 0 {
            if let result = PQgetResult(pointer) {
                take(Answer(result))
                ends = 0
            } else {
                exchanges[0].takeEnd()
                ends += 1
            }
        }
        advance()
    }

    private mutating func take(_ answer: Answer) {
        guard let kind = Self.kind(of: answer) else {
            // A pipeline offers no way out of a COPY.
            return close(
                because: StoreError(.misuse, "a COPY was sent as a query: use copyIn or copyOut"))
        }
        if case .error = kind { noteFarewell(answer) }
        switch exchanges[0].take(answer, kind: kind) {
        case .goesOn: break
        case .prepared(let name, let statement): prepared.confirm(name, for: statement)
        case .refusedToPrepare(let name): prepared.forget(name)
        case .answered(let outcomes):
            note(outcomes)
            tell(exchanges[0], outcomes)
        case .finished(let outcomes): finish(exchanges.removeFirst(), outcomes)
        }
    }

    private mutating func finish(_ exchange: Exchange, _ outcomes: [Outcome]) {
        note(outcomes)
        if exchange.hasFailedToBegin { transaction.isVoid = true }
        if exchanges.first?.isCancelled == true { sendCancel() }
        if isHitByMistake(exchange, outcomes) { return line.prepend(.exchange(exchange.again())) }
        if !exchange.isAnswered { tell(exchange, Array(outcomes.prefix(exchange.awaited))) }
        if let onEnd = exchange.onEnd { effects.append { onEnd(outcomes) } }
    }

    /// Notes facts about the connection before a told waiter can give it back.
    private mutating func note(_ outcomes: [Outcome]) {
        prepared.forgetOutdated(after: outcomes)
        for case .failure(let error) in outcomes where error.sqlState == .readOnly { isReadOnly = true }
    }

    private mutating func tell(_ exchange: Exchange, _ outcomes: [Outcome]) {
        if let waiter = exchange.continuation { effects.append { waiter.resume(returning: outcomes) } }
    }

    /// Returns true if a late cancellation hit the next exchange by mistake. That one was undone as a whole
    /// and may be sent again.
    private func isHitByMistake(_ exchange: Exchange, _ outcomes: [Outcome]) -> Bool {
        guard case .failure(let error) = outcomes.first, exchange.awaited == 1 else { return false }
        return error.sqlState == .queryCanceled && isQuarantined && transaction.depth == 0
            && !exchange.isCancelled && !exchange.isSentAgain
    }

    private static func kind(of answer: Answer) -> AnswerKind? {
        switch answer.status {
        case PGRES_PIPELINE_SYNC: .sync
        case PGRES_PIPELINE_ABORTED: .skipped
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: .rows
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: nil
        default: .error
        }
    }

    private func notifications() -> [Effect] {
        var effects: [Effect] = []
        while let note = PQnotifies(pointer) {
            let channel = String(cString: note.pointee.relname)
            let word = String(cString: note.pointee.extra)
            PQfreemem(note)
            if let onNotification { effects.append { onNotification(channel, word) } }
        }
        return effects
    }
}
