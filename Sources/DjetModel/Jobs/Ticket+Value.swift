import DjetStore

extension Ticket {
    /// What the function returned, as soon as it has. It is told by a ring, without polling.
    ///
    /// Throws what the function threw if its error is `Codable` and known here, otherwise `JobError.failed`;
    /// `JobError.cancelled`; `JobError.unknown`; and `JobError.notCommitted` if nobody could run the job yet
    /// because the transaction in which it was offloaded is still open.
    public var value: Output {
        get async throws { try JSON.value(from: try await reply) }
    }

    /// The same as it is stored, as JSON, for those who do not know its type. Throws what `value` throws.
    package var reply: String {
        get async throws {
            if let outcome { return try outcome.mapError(\.error).get() }
            try refuseIfNotCommitted()
            model.slotLender?.lend()
            defer { model.slotLender?.takeBack() }
            // Told on the reactor's thread and asked from there: one change of thread, at the end.
            let outcome = try await withTaskExecutorPreference(Reactor.shared) { try await ended() }
            guard let result = try outcome?.result else {
                throw Task.isCancelled
                    ? CancellationError() : StoreError(.connectionLost, "the store was closed")
            }
            return try result.get()
        }
    }

    /// What the job has come to, as soon as it has ended; nil if there is nobody any more who would tell.
    private func ended() async throws -> JobOutcome? {
        for await ring in rings where !ring.isPassing {
            let outcome = try await model.outcome(of: id)
            if outcome.hasEnded { return outcome }
        }
        return nil
    }

    /// How far the job is, each time that this changes, until it has ended.
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
    /// Whether it says that something has moved, but nothing has ended.
    var isPassing: Bool {
        if case .rang(_, JobQueue.moved) = self { true } else { false }
    }
}
