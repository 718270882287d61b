import DjetJSON
import DjetStore
public import Foundation

extension Model {
    /// Offloads a function to a worker, and returns the ticket for its value.
    ///
    /// Within a transaction the job is part of it: it exists once the transaction commits, and never if it
    /// rolls back.
    ///
    /// - Parameters:
    ///   - function: the function with its arguments.
    ///   - queue: the queue to join instead of the function's own.
    ///   - priority: from 0, which goes first, to 9, instead of the function's own.
    ///   - runAt: the earliest time to run.
    ///   - after: the jobs that must finish first: if one of them fails for good, this one fails with it. Or,
    ///     as `.ended(…)`, the jobs that must end first, however they do.
    ///   - expires: the time by which it must have begun; otherwise it is cancelled.
    ///   - timeout: the longest time of an attempt, instead of the function's own.
    ///   - attempts: the number of attempts, instead of the function's own.
    ///   - tags: up to 20 texts of up to 60 characters, by which people find the job.
    ///   - note: a text of up to 1,000 characters for people.
    ///   - unique: the rule by which the job is the only one of its key, instead of the function's own. The
    ///     ticket may then be another job's.
    ///   - group: the group that the job joins, such as `model.job?.group`. It has not ended: one of its jobs
    ///     lives.
    ///   - inputs: files that were stored for this job alone: they are removed at once when it fails for good
    ///     or is cancelled. The job is then offloaded in a transaction of its own, unless one is open.
    ///
    /// Throws `ModelError.invalid` for values that no job can have, `ModelError.conflict` for a job in
    /// `after` that will not finish and a group that has ended, and `DuplicateJob`.
    public func offload<Function: ModelFunction>(
        _ function: Function, on queue: String? = nil, priority: Int? = nil, runAt: Date? = nil,
        after: Needs = [], expires: Expiry? = nil, timeout: Duration? = nil, attempts: Int? = nil,
        tags: [String] = [], note: String? = nil, unique: Unique? = nil, in group: GroupID? = nil,
        inputs: [File] = []
    ) async throws -> Ticket<Function.Output> {
        let terms = OffloadTerms(
            queue: queue, priority: priority, runAt: runAt, after: after, expires: expires, timeout: timeout,
            attempts: attempts, tags: tags, note: note, unique: unique, group: group)
        return try await TraceCarrier.offloading(Function.name) {
            try await offload(function, terms, giving: inputs)
        }
    }

    private func offload<Function: ModelFunction>(
        _ function: Function, _ terms: OffloadTerms, giving inputs: [File]
    ) async throws -> Ticket<Function.Output> {
        let request = try terms.request(Function.self, by: self)
        if isInline {
            let arguments = try function.encoded()
            _ = try await pass(request) { _ in [inlineID] }
            return await Ticket(inlineID, model: self, outcome: runInline(Function.self, arguments))
        }
        let arguments = try secretKeys.arguments(of: function)
        return Ticket(try await passOne(request, arguments, giving: inputs), model: self)
    }

    /// Offloads a job, through the middleware if there is any.
    func passOne(
        _ request: OffloadRequest, _ arguments: String, giving inputs: [File] = []
    ) async throws -> TicketID {
        guard !offloadMiddleware.isEmpty else { return try await send(request, arguments, giving: inputs) }
        return try await pass(request) { [try await send($0, arguments, giving: inputs)] }[0]
    }

    private func send(
        _ request: OffloadRequest, _ arguments: String, giving inputs: [File]
    ) async throws -> TicketID {
        guard !inputs.isEmpty else { return try await send(request, arguments) }
        return try await transaction { model in
            let id = try await model.send(request, arguments)
            try await model.database.query(model.queue.giveFiles(inputs.map(\.id), to: id.number))
            return id
        }
    }

    /// Offloads a job of any kind, with arguments as JSON and a reply as JSON. For kinds whose handlers are
    /// not model functions, or are not part of this program.
    public func offload(kind: String, arguments: String, on queue: String = "default") async throws
        -> TicketID
    {
        try await TraceCarrier.offloading(kind) {
            let request = try OffloadRequest(
                kind: kind, queue: queue, priority: 4, runAt: nil, after: [], attempts: nil,
                environment: jobEnvironment)
            return try await passOne(request, arguments)
        }
    }

    /// Returns the ticket of a job that was offloaded elsewhere and has this output type.
    public func ticket<Output>(_ id: TicketID, of type: Output.Type = Output.self) -> Ticket<Output> {
        Ticket(id, model: self)
    }

    /// Returns true if this transaction has offloaded the job, and not found a unique one that was there.
    package func hasOffloaded(_ ticket: TicketID) async throws -> Bool {
        try await database.first(queue.isNew(ticket.number), as: Bool.self) ?? false
    }

    package var jobEnvironment: JobEnvironment {
        JobEnvironment(user: user, locale: locale, tenant: tenant, trace: TraceCarrier.current)
    }

    func send(_ request: OffloadRequest, _ arguments: String) async throws -> TicketID {
        guard database is Store, !store.isLent, !request.isWaiting, !request.isUnique else {
            let rows = try await send(queue.offload(request, arguments: arguments), request)
            return try await tickets([rows[0].value(0)], request)[0]
        }
        let number = try await explaining(request.queue) {
            try await batcher.take(request, arguments: arguments)
        }
        return TicketID(queue: request.queue, number: number)
    }

    /// Returns the tickets of jobs that were offloaded. Instead of a unique job, one in another queue may
    /// have been kept.
    func tickets(_ numbers: [Int64], _ request: OffloadRequest) async throws -> [TicketID] {
        guard request.isUnique else { return numbers.map { TicketID(queue: request.queue, number: $0) } }
        let rows = try await database.query(queue.tickets(of: numbers))
        return try zip(numbers, rows).map { number, row in
            try row.value(0, as: String?.self).flatMap { TicketID($0) }
                ?? TicketID(queue: request.queue, number: number)
        }
    }

    func send(_ statement: Statement, _ request: OffloadRequest) async throws -> Rows {
        try await explaining(request.queue) {
            try await database.withConnection { connection in
                try await ringCoalescer.send(
                    Set(queue.rings(for: request)), behind: statement, on: connection)
            }
        }
    }

    func explaining<Result>(_ queue: String, _ body: () async throws -> Result) async throws -> Result {
        try await ModelError.translating(
            by: {
                DuplicateJob(refusing: $0) ?? ModelError(takingKey: $0) ?? ModelError(offloading: $0, queue)
            },
            body)
    }

    // MARK: Inline

    var inlineID: TicketID { TicketID(queue: "inline", number: 0) }

    func runInline<Function: ModelFunction>(
        _ type: Function.Type, _ arguments: String
    ) async -> Result<String, JobFailure> {
        do {
            let function = try Function.decoded(from: arguments)
            return .success(try JSON.text(of: try await call(function)))
        } catch {
            return .failure(JobFailure(error))
        }
    }
}

extension ModelError {
    /// The error for a job that the queue's constraints refuse; nil for any other error.
    fileprivate init?(offloading error: StoreError, _ queue: String) {
        switch error.constraint {
        case "job_queue_is_a_name":
            self = .invalid(
                """
                “\(queue)” is not a queue's name: use up to 30 of a–z, 0–9, _ and -, parts joined by dots, each \
                beginning with a letter
                """)
        case "job_kind_is_a_name":
            self = .invalid(
                "the function's name is not a kind: use up to 120 of a–z, 0–9, _, - and dots, beginning with a letter"
            )
        case "job_priority_is_one_of_ten":
            self = .invalid("the priority must be a number from 0 to 9")
        case "job_comes_up_some_day":
            self = .invalid("the time to run is not a time: use one from 4713 BC to the year 294276")
        case "job_environment_has_its_shape", "job_environment_is_short", "job_unique_rule_has_its_shape",
            "job_terms_have_their_shape":
            self = .invalid(error.message)
        default:
            if error.concernsValue {
                self = .invalid("the job cannot be stored: \(error.message)")
                return
            }
            guard let known = ModelError(error) else { return nil }
            self = known
        }
    }
}

extension ModelError {
    /// The error for a job whose key an open transaction is about to take; nil for any other error.
    fileprivate init?(takingKey error: StoreError) {
        guard error.sqlState == .lockNotAvailable else { return nil }
        self = .unavailable(
            """
            another session is taking the job's key, and has not ended for 2 seconds. Try again; if it persists, \
            look for a transaction that was left open.
            """)
    }
}
