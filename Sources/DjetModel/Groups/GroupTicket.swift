/// A handle on a group of jobs of one kind, for its counts, its progress and its values.
public struct GroupTicket<Output: Codable & Sendable>: Sendable {
    /// The number of the group, which finds it again from another process.
    public let id: GroupID
    let model: Model
    /// The name of a group whose jobs ran inline, their tickets, and the outcome of the function after it.
    let inline: (name: String, tickets: [Ticket<Output>], then: Result<String, JobFailure>?)?

    init(_ id: GroupID, model: Model) {
        self.id = id
        self.model = model
        inline = nil
    }

    init(
        inline name: String, _ tickets: [Ticket<Output>], then: Result<String, JobFailure>? = nil,
        model: Model
    ) {
        id = GroupID(0)
        self.model = model
        inline = (name, tickets, then)
    }

    /// The counts. Throws `ModelError.notFound` if there is no such group, or if the transaction that made it
    /// is still open.
    public var status: GroupStatus {
        get async throws {
            guard let inline else { return try await model.outside.groupStatus(id) }
            return GroupStatus(inline: inline.name, inline.tickets, then: inline.then, by: model)
        }
    }

    /// The progress: the number of jobs that have ended, of all that are known so far.
    public var progress: JobProgress {
        get async throws { try await status.progress }
    }

    /// The values of all jobs, as they end, in the order of the jobs' numbers. Jobs that join while it is
    /// read come, too.
    public var values: GroupValues<Output> { GroupValues(group: self) }

    /// Returns the ticket of the function that waits for the group, for its value or the error that it threw;
    /// nil if none waits. Throws what `status` throws.
    public func then<Value>(of type: Value.Type = Value.self) async throws -> Ticket<Value>? {
        try await status.then.map { Ticket($0, model: model, outcome: inline?.then) }
    }

    /// Cancels the jobs that have not ended, and those of groups within it: at once if they do not run yet,
    /// otherwise by asking their workers to stop them. The function that waits for the group runs all the
    /// same once all have ended, and is told.
    public func cancel() async throws {
        try await model.outside.cancelGroup(id)
    }
}
