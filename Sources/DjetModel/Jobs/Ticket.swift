/// A handle on an offloaded job, for its value, status and progress.
public struct Ticket<Output: Codable & Sendable>: Sendable {
    /// The queue and the number, which find the ticket again from another process.
    public let id: TicketID
    let model: Model
    /// The transaction that offloaded it.
    let scope: TransactionScope?
    /// The outcome of an inline job.
    let outcome: Result<String, JobFailure>?

    init(_ id: TicketID, model: Model, outcome: Result<String, JobFailure>? = nil) {
        self.id = id
        self.model = model
        scope = model.transactionScope
        self.outcome = outcome
    }

    /// Everything that is stored of the job, its arguments included. The database does not show it to a login
    /// that may only offload. Throws `JobError.unknown`.
    public var job: JobDetails {
        get async throws { try await model.outside.job(id) }
    }

    /// The job's status. Throws `JobError.unknown`.
    public var status: JobStatus {
        get async throws { try await model.outside.state(of: id).status }
    }

    /// Cancels the job: at once if it does not run yet, otherwise by asking its worker to stop it. Returns
    /// its status. Throws `JobError.unknown`.
    @discardableResult
    public func cancel() async throws -> JobStatus {
        try await model.outside.cancel(id)
    }
}

extension Ticket: CustomStringConvertible {
    /// The ticket's id, such as `slow.42`.
    public var description: String { id.description }
}

extension JobFailure: Error {}
