import DjetStore
public import Foundation

extension Model {
    /// The most jobs in one statement.
    private static let batch = 250
    /// The number of jobs from which a COPY is faster than statements.
    private static let worthACopy = 2000

    /// Offloads many functions in one transaction, and returns their tickets in the same order.
    ///
    /// Throws as for one function. If one is refused, none is offloaded.
    public func offload<Function: ModelFunction>(
        _ functions: [Function], on queue: String? = nil, priority: Int? = nil, runAt: Date? = nil,
        after: Needs = [], expires: Expiry? = nil, timeout: Duration? = nil, attempts: Int? = nil,
        tags: [String] = [], note: String? = nil, unique: Unique? = nil, in group: GroupID? = nil
    ) async throws -> [Ticket<Function.Output>] {
        guard !functions.isEmpty else { return [] }
        let request = try OffloadTerms(
            queue: queue, priority: priority, runAt: runAt, after: after, expires: expires, timeout: timeout,
            attempts: attempts, tags: tags, note: note, unique: unique, group: group
        ).request(Function.self, by: self)
        if isInline { return try await offloadInline(functions, request) }
        let ids = try await pass(request, count: functions.count) { request in
            try await tickets(send(functions, request), request)
        }
        return ids.map { Ticket($0, model: self) }
    }

    private func send(_ functions: [some ModelFunction], _ request: OffloadRequest) async throws -> [Int64] {
        if functions.count <= Self.batch {
            return try await send(statement(functions[...], request), request).map { try $0.value(0) }
        }
        return try await explaining(request.queue) {
            try await database.transaction { connection in
                let mayCopy =
                    functions.count >= Self.worthACopy && !request.isWaiting && !request.isUnique
                let copied = try await mayCopy ? copy(functions, request, on: connection) : nil
                let numbers =
                    if let copied { copied } else {
                        try await sendBatches(functions, request, on: connection)
                    }
                try await connection.ring(queue.rings(for: request))
                return numbers
            }
        }
    }

    /// Builds each statement while the server runs those before. The first is short: the server waits for it.
    private func sendBatches(
        _ functions: [some ModelFunction], _ request: OffloadRequest, on connection: Connection
    ) async throws -> [Int64] {
        var size = Self.batch / 4
        var rest = functions[...]
        let answers = try await connection.run {
            guard !rest.isEmpty else { return nil }
            defer {
                rest = rest.dropFirst(size)
                size = min(size * 2, Self.batch * 2)
            }
            return try statement(rest.prefix(size), request)
        }
        return try answers.flatMap { try $0.map { try $0.value(0) } }
    }

    /// Copies the jobs into the table. Returns nil for a login that may only call functions.
    private func copy(
        _ functions: [some ModelFunction], _ request: OffloadRequest, on connection: Connection
    ) async throws -> [Int64]? {
        let places = try await connection.query(queue.reserveIDs(functions.count, for: request))
            .map { (id: try $0.value(0, as: Int64.self), position: try $0.value(1, as: Int64?.self)) }
        guard !places.isEmpty else { return nil }
        try await connection.query(queue.check(request))
        let rows = JobRows(functions, places, request, secretKeys)
        try await connection.copyIn(queue.copyJobs(rows.columns), from: rows)
        try await connection.query(queue.sortKeys(of: request.queue))
        return places.map { $0.id }
    }

    private func statement(
        _ functions: ArraySlice<some ModelFunction>, _ request: OffloadRequest
    ) throws -> Statement {
        try queue.offloadMany(request, arguments: functions.map { try secretKeys.arguments(of: $0) })
    }

    private func offloadInline<Function: ModelFunction>(
        _ functions: [Function], _ request: OffloadRequest
    ) async throws -> [Ticket<Function.Output>] {
        _ = try await pass(request, count: functions.count) { _ in functions.map { _ in inlineID } }
        var tickets: [Ticket<Function.Output>] = []
        for arguments in try functions.map({ try $0.encoded() }) {
            tickets.append(
                await Ticket(inlineID, model: self, outcome: runInline(Function.self, arguments)))
        }
        return tickets
    }
}
