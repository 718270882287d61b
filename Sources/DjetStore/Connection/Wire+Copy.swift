import CLibPQ

extension Wire {
    /// Sends the command of a COPY, or a script.
    mutating func start(_ copy: Copy) {
        mode = .copy(copy)
        guard PQexitPipelineMode(pointer) == 1, PQsendQuery(pointer, copy.statement.text) == 1 else {
            return close(because: lost())
        }
        flush()
    }

    mutating func sendCopy(_ bytes: ArraySlice<UInt8>, waiter: Copy.Waiter) {
        changeCopy(for: waiter) { wire, copy in
            let sent = bytes.withUnsafeBytes { buffer in
                PQputCopyData(
                    wire.pointer, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count)
                )
            }
            wire.flush()
            if sent < 0 {
                copy.phase = .ending
            } else if !wire.interest.writing {
                wire.tell(.mayGoOn, to: &copy)
            }
        }
        receiveCopy()
    }

    /// Flushes once the socket takes bytes again.
    mutating func makeRoom() {
        flush()
        guard !interest.writing, case .copy(var copy) = mode, copy.phase == .sending else { return }
        tell(.mayGoOn, to: &copy)
        mode = .copy(copy)
    }

    mutating func endSending(complaint: String?, waiter: Copy.Waiter) {
        changeCopy(for: waiter) { wire, copy in
            if copy.phase == .sending { PQputCopyEnd(wire.pointer, complaint) }
            wire.flush()
            copy.phase = .ending
        }
        receiveCopy()
    }

    /// Asks for more rows of a `copy … to stdout`.
    mutating func receiveMore(waiter: Copy.Waiter) {
        changeCopy(for: waiter) { _, _ in }
        receiveCopy()
    }

    /// Reads and discards the rest of an abandoned COPY, so that the connection can be used again.
    mutating func abandonCopy(_ id: UInt64) {
        guard case .copy(var copy) = mode, copy.id == id, copy.waiter == nil else { return }
        copy.isAbandoned = true
        mode = .copy(copy)
        cancel(id)
        receiveCopy()
    }

    mutating func tell(_ signal: Copy.Signal, to copy: inout Copy) {
        guard let waiter = copy.waiter else { return }
        copy.waiter = nil
        effects.append { waiter.resume(returning: signal) }
    }

    private mutating func changeCopy(for waiter: Copy.Waiter, _ change: (inout Wire, inout Copy) -> Void) {
        switch mode {
        case .copy(var copy):
            copy.waiter = waiter
            change(&self, &copy)
            mode = .copy(copy)
        case .closed(let error): effects.append { waiter.resume(throwing: error) }
        case .pipeline:
            let error = StoreError(.misuse, "there is no COPY on this connection")
            effects.append { waiter.resume(throwing: error) }
        }
    }
}
