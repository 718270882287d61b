import CLibPQ
import DequeModule
import Glibc

/// The state of one libpq connection: what was sent, what is still to come, and what it is busy with.
///
/// It is a plain value that never waits; `Connection` guards it and tells the waiters.
struct Wire {
    enum Mode {
        /// Statements are sent as they come, one exchange behind the other.
        case pipeline
        /// A COPY has the connection to itself.
        case copy(Copy)
        case closed(StoreError)
    }

    /// An action to perform outside of the lock.
    typealias Effect = () -> Void

    struct Interest: Equatable {
        var reading: Bool
        var writing: Bool
    }

    let pointer: OpaquePointer
    let isOwned: Bool
    var mode = Mode.pipeline
    /// The exchanges sent and not yet finished.
    var exchanges = Deque<Exchange>()
    /// The turns that wait: for the end of a COPY, for a COPY's own turn, or for a cancellation to pass.
    var line = Deque<Turn>()
    var prepared = PreparedStatements()
    var interest = Interest(reading: true, writing: false)
    var effects: [Effect] = []
    var onNotification: (@Sendable (_ channel: String, _ saying: String) -> Void)?
    var onClose: (@Sendable () -> Void)?
    /// Sends a cancel request; `cancelReturned` must follow.
    var requestCancel: Effect?
    var cancelsUnderWay = 0
    /// True if a sent exchange may still be hit by a cancellation meant for another.
    var isQuarantined = false
    var transaction = TransactionState()
    /// True if its server is read-only: another connection may find one that writes.
    var isReadOnly = false
    /// The start time of its server; empty while unknown.
    var serverStart = ""
    /// The longest an answer may take for the present user of the connection; nil if the server's life is the
    /// limit.
    var answerLimit: Duration?
    /// The time of the last receipt, or of the opening.
    var lastReceipt = ContinuousClock.now
    /// The number of receipts, and their number at the last look.
    var received = 0
    var receivedAtLook = 0
    /// The number of consecutive looks that found an answer awaited and nothing received.
    var silentLooks = 0
    /// The server's message when it ended the session, in an answer or on its own.
    private let farewell: Guarded<StoreError?>

    init(pointer: OpaquePointer, isOwned: Bool, farewell: Guarded<StoreError?>) {
        self.pointer = pointer
        self.isOwned = isOwned
        self.farewell = farewell
        prepared.isKept = isOwned
    }

    var isClosed: Bool {
        if case .closed = mode { true } else { false }
    }

    /// True if the server is in a transaction other than an implicit one. False, since unknown, while an
    /// answer is outstanding.
    var isInServerTransaction: Bool {
        [PQTRANS_INTRANS, PQTRANS_INERROR].contains(PQtransactionStatus(pointer))
    }

    /// Switches libpq to pipeline mode. Closes the wire if a lent connection is not idle or not in UTF-8.
    mutating func begin() {
        let isIdle =
            PQpipelineStatus(pointer) == PQ_PIPELINE_OFF && PQtransactionStatus(pointer) != PQTRANS_ACTIVE
        guard isIdle, PQsetnonblocking(pointer, 1) == 0, PQenterPipelineMode(pointer) == 1 else {
            return close(because: StoreError(.misuse, "the lent connection is not idle"))
        }
        guard let encoding = PQparameterStatus(pointer, "client_encoding").map({ String(cString: $0) }),
            encoding != "UTF8"
        else { return }
        close(
            because: StoreError(
                .misuse, "the lent connection has the encoding \(encoding): set its client_encoding to UTF8"))
    }

    // MARK: The line

    mutating func enter(_ turn: Turn) {
        if case .closed(let error) = mode { return effects.append { turn.refuse(error) } }
        if transaction.isVoid { return effects.append { turn.refuse(Connection.nothingCommitted) } }
        if case .exchange(var exchange) = turn {
            // The shorter of its own limit and the lease's.
            if let limit = exchange.limit.map({ min($0, answerLimit ?? $0) }) ?? answerLimit {
                exchange.deadline = Exchange.Deadline(limit: limit, end: .now + limit)
            }
            line.append(.exchange(exchange.carrying(transaction.posted)))
            transaction.posted = []
        } else {
            line.append(turn)
        }
        advance()
    }

    /// Sends or starts the turns that can go now.
    mutating func advance() {
        while case .pipeline = mode, cancelsUnderWay == 0 {
            guard let next = line.first else {
                if exchanges.isEmpty { isQuarantined = false }
                return
            }
            if case .copy = next, !exchanges.isEmpty { return }
            line.removeFirst()
            switch next {
            case .exchange(let exchange): send(exchange)
            case .copy(let copy): start(copy)
            }
        }
    }

    // MARK: The end

    /// Keeps the message with which the server ends the session, such as "terminating connection due to
    /// idle-session timeout".
    func noteFarewell(_ answer: Answer) {
        guard answer.endsSession else { return }
        let error = answer.error(in: nil)
        farewell.withLock { $0 = error }
    }

    func lost() -> StoreError {
        let message = String(cString: PQerrorMessage(pointer)).split(whereSeparator: \.isNewline).first
        // The farewell may still lie unread: a sender finds the connection broken before a reader.
        PQconsumeInput(pointer)
        while let note = PQnotifies(pointer) { PQfreemem(note) }
        guard let farewell = farewell.withLock({ $0 }) else {
            let reason = message.map(String.init) ?? "no reason given"
            return StoreError(.connectionLost, "the connection to PostgreSQL broke: \(reason)")
        }
        var error = farewell
        error.code = .connectionLost
        error.message = "PostgreSQL ended the session: \(farewell.message)"
        return error
    }

    mutating func close(because error: StoreError) {
        guard !isClosed else { return }
        var waiting = exchanges.map { Turn.exchange($0) } + line
        if case .copy(let copy) = mode { waiting.append(.copy(copy)) }
        mode = .closed(error)
        exchanges = []
        line = []
        // libpq closes the socket when it frees the connection, which may be much later.
        if isOwned, PQsocket(pointer) >= 0 { shutdown(PQsocket(pointer), Int32(SHUT_RDWR)) }
        effects.append { for turn in waiting { turn.refuse(error) } }
        if let onClose { effects.append { onClose() } }
    }
}
