import DjetJSON
import DjetStore
import Foundation

extension Model {
    /// Offloads functions as a group, and another function that runs once when all of them have ended,
    /// however they do. That one is told the outcome by `model.outcome`.
    ///
    /// ```swift
    /// let group = try await model.offload(group: "close-month", functions, then: CloseBooks())
    /// for try await value in group.values { … }
    /// ```
    ///
    /// The group grows by `offload(…, in: group.id)` as long as one of its jobs lives; those themselves know
    /// it as `model.job?.group`. A group that a job of another one makes is within that one, which waits for
    /// it and for the function after it. A job that is retried after the group has ended changes its counts,
    /// and those of the groups around it that have ended; those that have not wait for it. No function after
    /// a group runs twice. A unique function whose job is there already does not join.
    ///
    /// - Parameters:
    ///   - name: a name for people, of up to 200 characters.
    ///   - functions: the functions with their arguments; none is a group that ends at once.
    ///   - then: the function that runs in the end.
    ///   - queue: the queue to join instead of the functions' own.
    ///   - priority: from 0, which goes first, to 9, instead of the functions' own.
    ///   - tags: the tags of the jobs.
    ///   - note: a note of the jobs for people.
    ///
    /// Throws as `offload` does.
    public func offload<Function: ModelFunction>(
        group name: String, _ functions: [Function], then: some ModelFunction, on queue: String? = nil,
        priority: Int? = nil, tags: [String] = [], note: String? = nil
    ) async throws -> GroupTicket<Function.Output> {
        var request = try OffloadTerms().request(type(of: then), by: self)
        // It waits: somebody must look when the group ends.
        request.isForLater = true
        let terms = OffloadTerms(queue: queue, priority: priority, tags: tags, note: note)
        if isInline { return try await inlineGroup(name, functions, terms, then: then, request) }
        return try await offloadGroup(name, functions, terms, then: (request, secretKeys.arguments(of: then)))
    }

    /// Offloads functions as a group, as above, without a function that waits for it.
    public func offload<Function: ModelFunction>(
        group name: String, _ functions: [Function], on queue: String? = nil, priority: Int? = nil,
        tags: [String] = [], note: String? = nil
    ) async throws -> GroupTicket<Function.Output> {
        let terms = OffloadTerms(queue: queue, priority: priority, tags: tags, note: note)
        if isInline {
            return GroupTicket(inline: name, try await offload(functions, terms), model: self)
        }
        return try await offloadGroup(name, functions, terms, then: nil)
    }

    /// Returns the ticket of a group that was made elsewhere, whose jobs have this output type.
    public func group<Output>(_ id: GroupID, of type: Output.Type = Output.self) -> GroupTicket<Output> {
        GroupTicket(id, model: self)
    }

    /// Returns the latest group of a name; nil if there is none.
    public func group(named name: String) async throws -> GroupID? {
        try await database.first(queue.group(named: Self.plain(name), among: tenants), as: Int64?.self)?.map {
            GroupID($0)
        }
    }

    /// Returns the counts of a group. Throws `ModelError.notFound` if there is no such group.
    public func groupStatus(_ id: GroupID) async throws -> GroupStatus {
        let status: GroupStatus? = try await answer(queue.groupStatus(id, among: tenants))
        guard let status else { throw ModelError.notFound("there is no group \(id)") }
        return status
    }

    // MARK: Parts

    func members(of id: GroupID, after last: Int64) async throws -> [(id: Int64, ticket: TicketID?)] {
        try await store.query(queue.members(of: id, among: tenants, after: last)).map { row in
            (try row.value(0), try row.value(1, as: String?.self).flatMap { TicketID($0) })
        }
    }

    func cancelGroup(_ id: GroupID) async throws {
        var last: Int64? = 0
        while let after = last {
            last =
                try await database.first(queue.cancelGroup(id, among: tenants, after: after), as: Int64?.self)
                ?? nil
        }
    }

    private func offloadGroup<Function: ModelFunction>(
        _ name: String, _ functions: [Function], _ terms: OffloadTerms,
        then: (request: OffloadRequest, arguments: String)?
    ) async throws -> GroupTicket<Function.Output> {
        let id = try await transaction { model in
            let id = try await model.makeGroup(name, then)
            _ = try await model.offload(functions, terms, in: id)
            return id
        }
        return GroupTicket(id, model: self)
    }

    private func offload<Function: ModelFunction>(
        _ functions: [Function], _ terms: OffloadTerms, in group: GroupID? = nil
    ) async throws -> [Ticket<Function.Output>] {
        try await offload(
            functions, on: terms.queue, priority: terms.priority, tags: terms.tags, note: terms.note,
            in: group)
    }

    private func makeGroup(
        _ name: String, _ then: (request: OffloadRequest, arguments: String)?
    ) async throws -> GroupID {
        let name = Self.plain(name)
        guard let then else {
            let statement = queue.makeGroup(name, within: job?.group, then: nil, arguments: "{}")
            let rows = try await ModelError.translating { try await database.query(statement) }
            return GroupID(try rows[0].value(0, as: Int64.self))
        }
        let made = Guarded<GroupID?>(nil)
        _ = try await pass(then.request) { request in
            let statement = queue.makeGroup(
                name, within: job?.group, then: request, arguments: then.arguments)
            let row = try await send(statement, request)[0]
            let id = GroupID(try row.value(0, as: Int64.self))
            made.withLock { $0 = id }
            return [TicketID(queue: request.queue, number: try row.value(1))]
        }
        guard let id = made.withLock({ $0 }) else {
            throw ModelError.invalid(
                "the middleware did not offload \(then.request.kind), which runs after the group “\(name)”: "
                    + "it must call `next`")
        }
        return id
    }

    // MARK: Inline

    private func inlineGroup<Function: ModelFunction>(
        _ name: String, _ functions: [Function], _ terms: OffloadTerms, then: some ModelFunction,
        _ request: OffloadRequest
    ) async throws -> GroupTicket<Function.Output> {
        let arguments = try then.encoded()
        _ = try await pass(request) { _ in [inlineID] }
        let tickets = try await offload(functions, terms)
        let failed = tickets.filter(\.hasFailed)
        var after = self
        after.outcome = GroupOutcome(
            name: name, finished: tickets.count - failed.count, failed: failed.count,
            failures: failed.prefix(100).map(\.id))
        let outcome = await after.runInline(type(of: then), arguments)
        return GroupTicket(inline: name, tickets, then: outcome, model: self)
    }
}

extension GroupStatus {
    /// Creates the counts of a group whose jobs ran inline.
    init(
        inline name: String, _ tickets: [Ticket<some Codable & Sendable>],
        then outcome: Result<String, JobFailure>?, by model: Model
    ) {
        let failed = tickets.count(where: \.hasFailed)
        let thenStatus: JobStatus? =
            switch outcome {
            case nil: nil
            case .failure?: .error
            case .success?: .finished
            }
        self.init(
            id: GroupID(0), name: name, jobs: tickets.count, finished: tickets.count - failed, failed: failed,
            cancelled: 0, madeAt: model.now, endedAt: model.now, then: outcome.map { _ in model.inlineID },
            thenStatus: thenStatus)
    }
}

extension Ticket {
    /// True if the job ran inline, and failed.
    fileprivate var hasFailed: Bool {
        if case .failure? = outcome { true } else { false }
    }
}
