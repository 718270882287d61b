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
            if let outcome { return try Self.reply(of: outcome) }
            try refuseIfNotCommitted()
            model.waitHook?.begin()
            defer { model.waitHook?.end() }
            for await _ in rings {
                if let outcome = try await job.outcome { return try Self.reply(of: outcome) }
            }
            throw Task.isCancelled ? CancellationError() : StoreError(.connectionLost, "the store was closed")
        }
    }

    /// How far the job is, each time that this changes, until it has ended.
    public var progress: ProgressUpdates {
        ProgressUpdates { [self] in
            guard outcome == nil else { return nil }
            return (rings, { try await job })
        }
    }

    private var rings: Rings {
        model.store.listener.rings(on: [model.queue.channel(of: id)])
    }

    func refuseIfNotCommitted() throws {
        if scope?.isOpen == true { throw JobError.notCommitted(id) }
    }

    static func output(of outcome: Result<String, JobFailure>) throws -> Output {
        try JSON.value(from: reply(of: outcome))
    }

    private static func reply(of outcome: Result<String, JobFailure>) throws -> String {
        switch outcome {
        case .success(let reply): return reply
        case .failure(let failure): throw failure.error
        }
    }
}

extension JobRecord {
    /// What the job has come to; nil as long as it has not ended. Throws `JobError.cancelled`.
    package var outcome: Result<String, JobFailure>? {
        get throws {
            switch status {
            case .finished: .success(reply ?? "null")
            case .error: .failure(error ?? JobFailure(type: "unknown", message: "the job failed"))
            case .cancelled: throw JobError.cancelled(ticket)
            case .entered, .scheduled, .waiting, .processing: nil
            }
        }
    }
}
