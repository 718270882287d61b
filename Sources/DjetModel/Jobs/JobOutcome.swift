import DjetStore

/// What a job has come to, without all the rest that is stored of it.
struct JobOutcome: Sendable {
    let ticket: TicketID
    /// The reply as JSON, or why there is none; nil as long as the job has not ended.
    let result: Result<String, any Error>?

    init(_ row: Row) throws {
        let ticket = TicketID(queue: try row.value(1), number: try row.value(0))
        self.ticket = ticket
        switch JobStatus(rawValue: try row.value(2)) {
        case .finished: result = .success(try row.value(3, as: String?.self) ?? "null")
        case .error: result = .failure(try Self.failure(row).error)
        case .cancelled: result = .failure(JobError.cancelled(ticket))
        default: result = nil
        }
    }

    private static func failure(_ row: Row) throws -> JobFailure {
        guard let text = try row.value(4, as: String?.self) else {
            return JobFailure(type: "unknown", message: "the job failed")
        }
        return try JSON.value(from: text)
    }
}

extension Model {
    /// What a job has come to; nil as long as it has not ended. Throws `JobError.unknown`.
    func outcome(of ticket: TicketID) async throws -> Result<String, any Error>? {
        let outcomes = try await store.query(queue.outcomes([ticket.number])).map(JobOutcome.init)
        guard let outcome = outcomes.first, outcome.ticket == ticket else { throw JobError.unknown(ticket) }
        return outcome.result
    }

    /// What those of many jobs have come to that have ended, by their numbers.
    func outcomes(ofEnded ids: [Int64]) async throws -> [Int64: Result<String, any Error>] {
        try await store.query(queue.outcomes(ids)).reduce(into: [:]) { results, row in
            let outcome = try JobOutcome(row)
            if let result = outcome.result { results[outcome.ticket.number] = result }
        }
    }
}
