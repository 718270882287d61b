import CLibPQ
import DequeModule

/// The state of one libpq connection: what has been sent, what is still to come, what it is busy with.
///
/// It is a plain value that does no waiting; `Connection` guards it and tells the waiters.
struct Wire {
    enum Mode {
        /// Statements are sent as they come, each exchange behind the other.
        case pipeline
        /// A COPY has the connection to itself.
        case copy(Copy)
        case closed(StoreError)
    }

    /// What must be done outside of the lock.
    typealias Effect = () -> Void

    let pointer: OpaquePointer
    let isOwned: Bool
    var mode = Mode.pipeline
    var exchanges = Deque<Exchange>()
    /// Exchanges that wait until a COPY is over.
    var held = Deque<Exchange>()
    /// COPYs that wait for their turn.
    var copies = Deque<CheckedContinuation<Void, any Error>>()
    var prepared = PreparedStatements()
    var interest = Interest(reading: true, writing: false)
    var effects: [Effect] = []
    var onNotification: (@Sendable (_ channel: String) -> Void)?
    var onClose: (@Sendable () -> Void)?
    /// Rings that go out behind the next commit.
    var ringsAfterCommit: [String] = []
    var transactionDepth = 0
    var isQuarantined = false

    init(pointer: OpaquePointer, isOwned: Bool) {
        self.pointer = pointer
        self.isOwned = isOwned
        prepared.isKept = isOwned
        PQsetnonblocking(pointer, 1)
        PQenterPipelineMode(pointer)
    }

    struct Interest: Equatable {
        var reading: Bool
        var writing: Bool
    }

    var isClosed: Bool {
        if case .closed = mode { true } else { false }
    }

    // MARK: Statements

    mutating func send(_ exchange: Exchange) {
        switch mode {
        case .closed(let error):
            if let waiter = exchange.continuation { effects.append { waiter.resume(throwing: error) } }
        case .copy: held.append(exchange)
        case .pipeline where !copies.isEmpty: held.append(exchange)
        case .pipeline: sendNow(exchange)
        }
    }

    private mutating func sendNow(_ exchange: Exchange) {
        var exchange = exchange
        for (segment, statements) in exchange.segments.enumerated() {
            for (index, statement) in statements.enumerated() {
                let (name, isNew) = prepared.name(for: statement)
                if isNew {
                    PQsendPrepare(pointer, name, statement.text, 0, nil)
                    exchange.steps.append(.prepare(name: name, segment: segment, statement: index))
                }
                send(statement, prepared: name)
                exchange.steps.append(.run(segment: segment, statement: index))
            }
            PQpipelineSync(pointer)
            exchange.steps.append(.sync)
        }
        exchanges.append(exchange)
        flush()
    }

    private func send(_ statement: Statement, prepared name: String) {
        ParameterBuffer(statement.parameters).withPointers { count, values, lengths, formats in
            _ = PQsendQueryPrepared(
                pointer, name, count, values, lengths, formats, statement.wantsBinary ? 1 : 0)
        }
    }

    /// Writes what libpq has gathered; if the socket takes no more, the reactor will say when it does.
    mutating func flush() {
        let rest = PQflush(pointer)
        interest.writing = rest == 1
        if rest < 0 { close(because: lost()) }
    }

    // MARK: Answers

    mutating func receive() {
        guard !isClosed else { return }
        guard PQconsumeInput(pointer) == 1 else { return close(because: lost()) }
        if case .copy = mode { receiveCopy() } else { receiveAnswers() }
        // First those: who hears the answer to a notify may rely on having heard the ring.
        effects.insert(contentsOf: notifications(), at: 0)
        if !isClosed, PQstatus(pointer) == CONNECTION_BAD { close(because: lost()) }
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
        startCopyIfDue()
    }

    private mutating func take(_ answer: Answer) {
        switch exchanges[0].take(answer, kind: Self.kind(of: answer)) {
        case .goesOn: break
        case .prepared(let name, let statement): prepared.confirm(name, for: statement)
        case .refusedToPrepare(let name): prepared.forget(name)
        case .finished(let outcomes):
            let exchange = exchanges.removeFirst()
            prepared.forgetOutdated(after: outcomes)
            if let waiter = exchange.continuation { effects.append { waiter.resume(returning: outcomes) } }
        }
    }

    private static func kind(of answer: Answer) -> AnswerKind {
        switch answer.status {
        case PGRES_PIPELINE_SYNC: .sync
        case PGRES_PIPELINE_ABORTED: .skipped
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: .rows
        default: .error
        }
    }

    private func notifications() -> [Effect] {
        var effects: [Effect] = []
        while let note = PQnotifies(pointer) {
            let channel = String(cString: note.pointee.relname)
            PQfreemem(note)
            if let onNotification { effects.append { onNotification(channel) } }
        }
        return effects
    }

    // MARK: The end

    func lost() -> StoreError {
        let message = String(cString: PQerrorMessage(pointer)).split(separator: "\n").last.map(String.init)
        return StoreError(
            .connectionLost, "the connection to PostgreSQL broke: \(message ?? "no reason given")")
    }

    mutating func close(because error: StoreError) {
        guard !isClosed else { return }
        let wasCopying = if case .copy(let copy) = mode { copy.waiter } else { nil as Copy.Waiter? }
        mode = .closed(error)
        let waiters = (Array(exchanges) + Array(held)).compactMap(\.continuation)
        let copies = copies
        exchanges = []
        held = []
        self.copies = []
        effects.append {
            for waiter in waiters { waiter.resume(throwing: error) }
            for waiter in copies { waiter.resume(throwing: error) }
            wasCopying?.resume(throwing: error)
        }
        if let onClose { effects.append { onClose() } }
    }
}

extension Wire {
    var isInServerTransaction: Bool { PQtransactionStatus(pointer) != PQTRANS_IDLE }
}
