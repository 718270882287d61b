/// A COPY, or a script, which has a connection to itself.
struct Copy {
    enum Purpose {
        case sendRows, receiveRows, runScript
    }

    enum Phase {
        /// The command is on its way.
        case starting
        /// Bytes may be sent.
        case sending
        /// Bytes are arriving.
        case receiving
        /// Everything is sent or received; the server's last answer is awaited.
        case ending
    }

    /// The reason why the copying task may go on.
    enum Signal {
        /// The server is ready.
        case began
        /// There is room for more bytes.
        case mayGoOn
        /// Some rows have arrived.
        case bytes([UInt8])
        /// The COPY is over.
        case ended(rowCount: Int)
    }

    typealias Waiter = CheckedContinuation<Signal, any Error>

    let id: UInt64
    let statement: Statement
    let purpose: Purpose
    var waiter: Waiter?
    var phase = Phase.starting
    var failure: StoreError?
    var rowCount = 0
    /// True if the rows are discarded.
    var isAbandoned = false
    var isCancelled = false

    init(id: UInt64, statement: Statement, purpose: Purpose, waiter: Waiter) {
        self.id = id
        self.statement = statement
        self.purpose = purpose
        self.waiter = waiter
    }

    /// True if a result is expected. The last one is read only when somebody waits for it.
    var isAwaitingResult: Bool {
        switch phase {
        case .starting: true
        case .ending: waiter != nil || isAbandoned
        case .sending, .receiving: false
        }
    }

    var result: Result<Signal, any Error> {
        guard let failure else { return .success(.ended(rowCount: rowCount)) }
        return .failure(isCancelled && failure.sqlState == .queryCanceled ? CancellationError() : failure)
    }
}
