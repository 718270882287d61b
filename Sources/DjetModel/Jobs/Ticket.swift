/// What one gets for a job, and waits on.
public struct Ticket<Output: Codable & Sendable>: Sendable {
    /// Queue and number: enough to find the ticket again from another process.
    public let id: TicketID
    let model: Model
    /// The transaction in which it was offloaded.
    let scope: TransactionScope?
    /// What an inline job has come to.
    let outcome: Result<String, JobFailure>?

    init(_ id: TicketID, model: Model, outcome: Result<String, JobFailure>? = nil) {
        self.id = id
        self.model = model
        scope = model.transactionScope
        self.outcome = outcome
    }

    /// All that is stored of the job, what it was given included, which the database does not show to those
    /// who may only offload. Throws `JobError.unknown`.
    public var job: JobRecord {
        get async throws { try await outside.job(id) }
    }

    /// Where the job stands. Throws `JobError.unknown`.
    public var status: JobStatus {
        get async throws { try await outside.state(of: id).status }
    }

    /// Cancels the job: at once if it does not run yet, otherwise by asking its worker to stop it. Returns
    /// its status.
    @discardableResult
    public func cancel() async throws -> JobStatus {
        try await outside.cancel(id)
    }

    /// The model outside of the transaction in which the ticket came to be.
    var outside: Model { model.outside }
}

extension Ticket: CustomStringConvertible {
    /// `slow.42`.
    public var description: String { id.description }
}

extension JobFailure: Error {}
