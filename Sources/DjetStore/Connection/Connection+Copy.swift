import CLibPQ
import DequeModule

extension Connection {
    /// Runs a `copy … from stdin` with the bytes of a sequence, and returns how many rows were taken.
    ///
    /// The bytes must be in the format that the statement names; chunks may end anywhere. If the sequence
    /// throws, the COPY is ended with an error, nothing of it is stored, and the sequence's error is thrown.
    @discardableResult
    public func copyIn<Bytes: AsyncSequence>(_ statement: Statement, from bytes: Bytes) async throws -> Int
    where Bytes.Element == [UInt8] {
        try await beginCopy(statement)
        do {
            for try await chunk in bytes { try await sendCopy(chunk) }
        } catch {
            _ = try? await endCopy(complaint: "the program gave up: \(error)")
            throw error
        }
        return try await endCopy(complaint: nil)
    }

    /// Runs a whole `copy … from stdin` with these bytes, and returns how many rows were taken.
    @discardableResult
    public func copyIn(_ statement: Statement, bytes: [UInt8]) async throws -> Int {
        try await beginCopy(statement)
        try await sendCopy(bytes)
        return try await endCopy(complaint: nil)
    }

    /// The bytes of a `copy … to stdout`, as they come. The statement runs when the sequence is iterated.
    public func copyOut(_ statement: Statement) -> CopyOut {
        CopyOut(connection: self, statement: statement)
    }

    func beginCopy(_ statement: Statement) async throws {
        guard statement.parameters.isEmpty else {
            throw StoreError(
                .misuse, "a COPY takes no values: put the rows into a temporary table or a view first")
        }
        try await awaitTurn()
        guard case .began = try await signal({ $0.beginCopy(statement.text, waiter: $1) }) else {
            throw StoreError(.misuse, "this is not a COPY to or from the program: \(statement.text)")
        }
    }

    /// Waits until all that was sent before is answered, so that the connection can be had alone.
    private func awaitTurn() async throws {
        try await withCheckedThrowingContinuation { (turn: CheckedContinuation<Void, any Error>) in
            act { wire in
                if case .closed(let error) = wire.mode {
                    return wire.effects.append { turn.resume(throwing: error) }
                }
                wire.copies.append(turn)
                wire.startCopyIfDue()
            }
        }
    }

    private func sendCopy(_ bytes: [UInt8]) async throws {
        guard !bytes.isEmpty else { return }
        _ = try await signal { $0.sendCopy(bytes, waiter: $1) }
    }

    private func endCopy(complaint: String?) async throws -> Int {
        guard case .ended(let count) = try await signal({ $0.endSending(complaint: complaint, waiter: $1) })
        else {
            throw StoreError(.misuse, "the COPY did not end")
        }
        return count
    }

    func signal(_ act: (inout Wire, Copy.Waiter) -> Void) async throws -> Copy.Signal {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                self.act { act(&$0, waiter) }
            }
        } onCancel: {
            cancelStatement()
        }
    }
}

extension Wire {
    mutating func sendCopy(_ bytes: [UInt8], waiter: Copy.Waiter) {
        guard var copy = copyInProgress(orTell: waiter) else { return }
        copy.waiter = waiter
        let sent = bytes.withUnsafeBytes { buffer in
            PQputCopyData(
                pointer, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        flush()
        if sent < 0 { return awaitLastWord(copy) }
        if !interest.writing { tell(.mayGoOn, to: &copy) }
        if !isClosed { mode = .copy(copy) }
    }

    /// The socket takes bytes again.
    mutating func makeRoom() {
        guard !isClosed else { return }
        flush()
        guard !interest.writing, case .copy(var copy) = mode, copy.phase == .sending else { return }
        tell(.mayGoOn, to: &copy)
        mode = .copy(copy)
    }

    mutating func endSending(complaint: String?, waiter: Copy.Waiter) {
        guard var copy = copyInProgress(orTell: waiter) else { return }
        copy.waiter = waiter
        PQputCopyEnd(pointer, complaint)
        flush()
        awaitLastWord(copy)
    }

    /// Asks for more rows of a `copy … to stdout`.
    mutating func receiveMore(waiter: Copy.Waiter) {
        guard var copy = copyInProgress(orTell: waiter) else { return }
        copy.waiter = waiter
        mode = .copy(copy)
        receiveCopy()
    }

    /// Nobody asks for the rest any more: it is read and thrown away, so that the connection can be used
    /// again.
    mutating func abandonCopy() {
        guard case .copy(var copy) = mode, copy.waiter == nil else { return }
        copy.isAbandoned = true
        mode = .copy(copy)
        receiveCopy()
    }

    private mutating func awaitLastWord(_ copy: Copy) {
        guard !isClosed else { return }
        var copy = copy
        copy.phase = .ending
        mode = .copy(copy)
        receiveCopy()
    }

    private mutating func copyInProgress(orTell waiter: Copy.Waiter) -> Copy? {
        switch mode {
        case .copy(let copy): return copy
        case .closed(let error): effects.append { waiter.resume(throwing: error) }
        case .pipeline:
            effects.append {
                waiter.resume(throwing: StoreError(.misuse, "there is no COPY on this connection"))
            }
        }
        return nil
    }
}

extension Connection {
    /// Runs a script of several statements, which take no values. What they answer is not looked at.
    package func run(script: String) async throws {
        try await awaitTurn()
        guard case .ended = try await signal({ $0.beginCopy(script, waiter: $1) }) else {
            throw StoreError(.misuse, "a script cannot COPY to or from the program")
        }
    }
}
