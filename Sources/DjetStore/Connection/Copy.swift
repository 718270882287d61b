import CLibPQ
import DequeModule

/// A COPY that has a connection to itself.
struct Copy {
    enum Phase {
        /// The turn has come, the command has not.
        case granted
        /// The command is on its way.
        case starting
        /// Bytes may be sent.
        case sending
        /// Bytes are coming.
        case receiving
        /// All is sent or received; the server's last word is awaited.
        case ending
    }

    /// Why somebody who copies is told to go on.
    enum Signal {
        /// The server is ready for it.
        case began
        /// There is room for more bytes.
        case mayGoOn
        /// Some rows have come.
        case bytes([UInt8])
        /// The COPY is over.
        case ended(rowCount: Int)
    }

    typealias Waiter = CheckedContinuation<Signal, any Error>

    let statement: String
    var phase = Phase.granted
    var waiter: Waiter?
    var failure: StoreError?
    var rowCount = 0
    var isAbandoned = false

    /// The last word is taken in only when somebody is there to hear it.
    var isAwaitingResult: Bool {
        switch phase {
        case .starting: true
        case .ending: waiter != nil || isAbandoned
        case .granted, .sending, .receiving: false
        }
    }
}

extension Wire {
    /// Gives the connection to the next COPY, as soon as all that was sent before it is answered.
    mutating func startCopyIfDue() {
        guard case .pipeline = mode, exchanges.isEmpty, !copies.isEmpty else { return }
        let next = copies.removeFirst()
        effects.append { next.resume() }
        mode = .copy(Copy(statement: ""))
    }

    /// Sends the COPY command. The turn must have been given before.
    mutating func beginCopy(_ statement: String, waiter: Copy.Waiter) {
        if case .closed(let error) = mode { return effects.append { waiter.resume(throwing: error) } }
        mode = .copy(Copy(statement: statement, phase: .starting, waiter: waiter))
        guard PQexitPipelineMode(pointer) == 1, PQsendQuery(pointer, statement) == 1 else {
            return close(because: lost())
        }
        flush()
    }

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
        case PGRES_COPY_IN:
            copy.phase = .sending
            tell(.began, to: &copy)
        case PGRES_COPY_OUT:
            copy.phase = .receiving
            tell(.began, to: &copy)
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            copy.rowCount = answer.changedCount
            copy.phase = .ending
        default:
            copy.failure = answer.error(in: copy.statement)
            copy.phase = .ending
        }
    }

    /// Hands over the rows that are there.
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
        PQenterPipelineMode(pointer)
        if let waiter = copy.waiter {
            effects.append {
                if let failure = copy.failure { return waiter.resume(throwing: failure) }
                waiter.resume(returning: .ended(rowCount: copy.rowCount))
            }
        }
        startCopyIfDue()
        guard case .pipeline = mode else { return }
        let waiting = held
        held = []
        for exchange in waiting { send(exchange) }
    }

    mutating func tell(_ signal: Copy.Signal, to copy: inout Copy) {
        guard let waiter = copy.waiter else { return }
        copy.waiter = nil
        effects.append { waiter.resume(returning: signal) }
    }
}
