extension Connection {
    /// Runs a `copy … from stdin` with the bytes of a sequence, and returns the number of rows stored.
    ///
    /// The bytes must be in the format that the statement names; chunks may end anywhere. If the sequence
    /// throws or the task is cancelled, the COPY ends with an error, none of its rows is stored, and the
    /// sequence's error or `CancellationError` is thrown.
    @discardableResult
    public func copyIn<Bytes: AsyncSequence>(_ statement: Statement, from bytes: Bytes) async throws -> Int
    where Bytes.Element == [UInt8] {
        let copy = try await beginCopy(statement, .sendRows)
        do {
            for try await chunk in bytes { try await send(chunk, in: copy) }
            // Many sequences simply end when their task is cancelled; half of the rows must not be stored.
            try Task.checkCancellation()
        } catch {
            _ = try? await goOn { $0.endSending(complaint: "the program gave up: \(error)", waiter: $1) }
            throw error
        }
        return try await endSending(copy)
    }

    /// Runs a whole `copy … from stdin` with these bytes, and returns the number of rows stored.
    @discardableResult
    public func copyIn(_ statement: Statement, bytes: [UInt8]) async throws -> Int {
        try await copyIn(statement, from: One(bytes: bytes))
    }

    /// Returns the bytes of a `copy … to stdout` as a sequence. The statement runs when the sequence is
    /// iterated.
    public func copyOut(_ statement: Statement) -> CopyOut {
        CopyOut(connection: self, statement: statement)
    }

    /// Runs a script of several statements without values, and discards the answers. Throws `StoreError`.
    package func run(script: String) async throws {
        try checkText(script)
        try await settlePosted()
        let id = nextID()
        _ = try await goOn(copy: id) {
            $0.enter(.copy(Copy(id: id, statement: Statement(text: script), purpose: .runScript, waiter: $1)))
        }
    }

    // MARK: Parts

    /// Waits for the COPY's turn and the server's readiness; returns the COPY's number.
    func beginCopy(_ statement: Statement, _ purpose: Copy.Purpose) async throws -> UInt64 {
        guard statement.parameters.isEmpty else {
            throw StoreError(
                .misuse, "a COPY takes no values: put the rows into a temporary table or a view first")
        }
        try checkText(statement.text)
        try await settlePosted()
        let id = nextID()
        let signal = try await goOn(copy: id) {
            $0.enter(.copy(Copy(id: id, statement: statement, purpose: purpose, waiter: $1)))
        }
        guard case .began = signal else {
            throw StoreError(.misuse, "this is not a COPY to or from the program: \(statement.text)")
        }
        return id
    }

    private func send(_ bytes: [UInt8], in copy: UInt64) async throws {
        // Sent in pieces, so that libpq need not hold all bytes.
        for start in stride(from: 0, to: bytes.count, by: 1 << 18) {
            try Task.checkCancellation()
            let piece = bytes[start..<min(start + 1 << 18, bytes.count)]
            _ = try await goOn(copy: copy) { $0.sendCopy(piece, waiter: $1) }
        }
    }

    private func endSending(_ copy: UInt64) async throws -> Int {
        guard
            case .ended(let count) = try await goOn(copy: copy, { $0.endSending(complaint: nil, waiter: $1) })
        else {
            throw StoreError(.misuse, "the COPY did not end")
        }
        return count
    }

    /// Changes the wire, and waits until the COPY goes on; cancelling the task cancels the COPY.
    func goOn(
        copy: UInt64, _ change: (inout Wire, Copy.Waiter) -> Void
    ) async throws -> Copy.Signal {
        try await withTaskCancellationHandler {
            try await goOn { wire, waiter in
                change(&wire, waiter)
                // Makes up for a cancellation that came before the COPY could be found.
                if Task.isCancelled { wire.cancel(copy) }
            }
        } onCancel: {
            act { $0.cancel(copy) }
        }
    }

    private func goOn(_ change: (inout Wire, Copy.Waiter) -> Void) async throws -> Copy.Signal {
        try await withCheckedThrowingContinuation { waiter in act { change(&$0, waiter) } }
    }
}

/// A sequence of one element.
private struct One: AsyncSequence, AsyncIteratorProtocol {
    var bytes: [UInt8]?

    func makeAsyncIterator() -> One { self }

    mutating func next() async -> [UInt8]? {
        defer { bytes = nil }
        return bytes
    }
}
