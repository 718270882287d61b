import DjetStore

extension Ticket {
    /// The function's output, once the job has ended. A ring tells it, without polling.
    ///
    /// Throws the function's error if it is `Codable` and known here, otherwise `JobError.failed`;
    /// `JobError.cancelled`; `JobError.unknown`; and `JobError.notCommitted` if the transaction that
    /// offloaded the job is still open, so that no worker can run it.
    public var value: Output {
        get async throws { try JSON.value(from: try await reply) }
    }

    /// The function's output as stored, as JSON, for callers who do not know its type. Throws what `value`
    /// throws.
    package var reply: String {
        get async throws {
            if let outcome { return try outcome.mapError(\.error).get() }
            try refuseIfNotCommitted()
            model.slotLender?.lend()
            defer { model.slotLender?.takeBack() }
            // Waits and asks on the reactor's thread: one change of thread, at the end.
            let outcome = try await withTaskExecutorPreference(Reactor.shared) { try await ended() }
            guard let result = try outcome?.result else {
                throw Task.isCancelled
                    ? CancellationError() : StoreError(.connectionLost, "the store was closed")
            }
            return try result.get()
        }
    }

    /// Returns the job's outcome once it has ended; nil if the task is cancelled or the store is closed
    /// first.
    private func ended() async throws -> JobOutcome? {
        for await ring in rings where !ring.isPassing {
            let outcome = try await model.outcome(of: id)
            if outcome.hasEnded { return outcome }
        }
        return nil
    }

    /// The job's progress at each change, until it has ended.
    public var progress: ProgressUpdates {
        ProgressUpdates { [self] in
            guard outcome == nil else { return nil }
            return (rings, { try await TicketLook.at(id, model.queue, in: model.store) })
        }
    }

    private var rings: Rings {
        model.store.listener.rings(on: [model.queue.channel(of: id)])
    }

    func refuseIfNotCommitted() throws {
        if scope?.isOpen == true { throw JobError.notCommitted(id) }
    }
}

extension Ring {
    /// True if the ring says that something has changed but nothing has ended.
    var isPassing: Bool {
        if case .rang(_, JobQueue.moved) = self { true } else { false }
    }
}
