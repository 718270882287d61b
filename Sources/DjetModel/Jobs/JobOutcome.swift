import DjetJSON
import DjetStore

/// The outcome of a job, without the rest of its row.
struct JobOutcome: TicketFinding {
    let ticket: TicketID
    private let status: JobStatus?
    private let row: Row

    init(_ row: Row) throws {
        ticket = TicketID(queue: try row.value(1), number: try row.value(0))
        status = JobStatus(rawValue: try row.value(2))
        self.row = row
    }

    var isLast: Bool { status?.isEnded == true }

    /// The reply as JSON, or the reason why there is none; nil until the job has ended.
    var result: Result<String, any Error>? {
        get throws {
            switch status {
            case .finished: .success(try row.value(3, as: String?.self) ?? "null")
            case .error: .failure(try failure.error)
            case .cancelled:
                .failure(try hasExpired ? JobError.expired(ticket) : JobError.cancelled(ticket))
            default: nil
            }
        }
    }

    private var failure: JobFailure {
        get throws {
            try storedFailure ?? JobFailure(type: "unknown", message: "the job failed")
        }
    }

    private var storedFailure: JobFailure? {
        get throws { try row.value(4, as: String?.self).map { try JSON.value(from: $0) } }
    }

    /// True for a cancelled job that did not begin in time.
    private var hasExpired: Bool {
        get throws { try storedFailure?.type == "expired" }
    }

    static func find(
        _ ticket: TicketID, after _: inout EventID, _ queue: JobQueue, in database: any Database
    ) async throws -> JobOutcome {
        let outcomes = try await database.query(queue.outcomes([ticket.number])).map(JobOutcome.init)
        guard let outcome = outcomes.first, outcome.ticket == ticket else { throw JobError.unknown(ticket) }
        return outcome
    }
}

extension Model {
    /// Returns the results of the jobs among `ids` that have ended, by number.
    func outcomes(ofEnded ids: [Int64]) async throws -> [Int64: Result<String, any Error>] {
        try await store.query(queue.outcomes(ids)).reduce(into: [:]) { results, row in
            let outcome = try JobOutcome(row)
            if let result = try outcome.result { results[outcome.ticket.number] = result }
        }
    }
}
