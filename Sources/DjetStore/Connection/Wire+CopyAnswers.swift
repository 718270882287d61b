import CLibPQ

extension Wire {
    mutating func receiveCopy() {
        guard case .copy(var copy) = mode else { return }
        if copy.phase == .receiving, copy.waiter != nil || copy.isAbandoned { takeBytes(&copy) }
        while copy.isAwaitingResult, PQisBusy(pointer) == 0 {
            guard let result = PQgetResult(pointer) else { return endCopy(copy) }
            take(Answer(result), in: &copy)
        }
        interest.reading = copy.waiter != nil || copy.isAbandoned || copy.phase == .sending
        mode = .copy(copy)
    }

    private mutating func take(_ answer: Answer, in copy: inout Copy) {
        switch answer.status {
        case PGRES_COPY_IN where copy.purpose == .sendRows:
            copy.phase = .sending
            tell(.began, to: &copy)
        case PGRES_COPY_OUT where copy.purpose == .receiveRows:
            copy.phase = .receiving
            tell(.began, to: &copy)
        case PGRES_COPY_IN, PGRES_COPY_OUT: refuse(&copy, isIn: answer.status == PGRES_COPY_IN)
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            copy.rowCount = answer.changedCount
            copy.phase = .ending
        default:
            noteFarewell(answer)
            // The first error is the cause of those that follow.
            if copy.failure == nil { copy.failure = answer.error(in: copy.statement) }
            copy.phase = .ending
        }
    }

    /// Ends a COPY of a kind that nobody asked for.
    private mutating func refuse(_ copy: inout Copy, isIn: Bool) {
        copy.failure = StoreError(
            .misuse,
            copy.purpose == .runScript
                ? "a script cannot COPY to or from the program"
                : "this COPY goes the other way: \(copy.statement.text)")
        copy.phase = isIn ? .ending : .receiving
        copy.isAbandoned = !isIn
        if isIn { PQputCopyEnd(pointer, "this statement sends no rows") } else { sendCancel() }
        flush()
        if !isIn { takeBytes(&copy) }
    }

    /// Hands over the rows received so far.
    private mutating func takeBytes(_ copy: inout Copy) {
        var bytes: [UInt8] = []
        var row: UnsafeMutablePointer<CChar>?
        while bytes.count < 65_536 {
            let count = PQgetCopyData(pointer, &row, 1)
            guard count > 0, let start = row else {
                if count < 0 { copy.phase = .ending }
                break
            }
            if !copy.isAbandoned {
                bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: Int(count)))
            }
            PQfreemem(start)
        }
        if !bytes.isEmpty { tell(.bytes(bytes), to: &copy) }
    }

    private mutating func endCopy(_ copy: Copy) {
        mode = .pipeline
        interest.reading = true
        if let waiter = copy.waiter { effects.append { waiter.resume(with: copy.result) } }
        guard PQenterPipelineMode(pointer) == 1 else { return close(because: lost()) }
        advance()
    }
}
