/// Code that runs around every offload of a program: it may see the jobs, add tags or a note, or refuse.
///
/// ```swift
/// struct SpringSale: OffloadMiddleware {
///     func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID] {
///         guard model.user != nil else { throw ModelError.forbidden("sign in first") }
///         var offload = offload
///         offload.tags.append("spring")
///         return try await next(offload)
///     }
/// }
/// ```
///
/// It runs in the transaction of whoever offloads, if one is open. Jobs that schedules make, and those that
/// are offloaded by SQL, do not pass it.
public protocol OffloadMiddleware: Sendable {
    /// Calls `next` once, with these jobs, tagged or not, and returns its tickets; or throws, and no job is
    /// offloaded.
    func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID]
}

/// Jobs of one kind on their way to a queue.
public struct Offload: Sendable {
    /// The number of jobs.
    public let count: Int
    /// The tags by which people find the jobs. One that stands here twice counts once.
    public var tags: [String]
    /// The note for people.
    public var note: String?
    private let given: OffloadRequest

    init(_ request: OffloadRequest, count: Int) throws {
        given = request
        self.count = count
        let environment = try request.said
        tags = environment.tags ?? []
        note = environment.note
    }

    /// The kind of the jobs, which is the function's name.
    public var kind: String { given.kind }
    /// The queue that they join.
    public var queue: String { given.queue }
    /// Their priority, from 0, which goes first, to 9.
    public var priority: Int { given.priority }

    /// The request with the present tags and note.
    var request: OffloadRequest {
        get throws {
            var environment = try given.said
            // A job that runs again has them from the first time.
            var seen: Set<String> = []
            let different = tags.filter { seen.insert($0).inserted }
            environment.tags = different.isEmpty ? nil : different
            environment.note = note
            return try given.saying(environment)
        }
    }
}

/// The rest of the way to the queue: further middleware, then the offload itself.
public struct NextOffload: Sendable {
    let model: Model
    let rest: ArraySlice<any OffloadMiddleware>
    let send: @Sendable (OffloadRequest) async throws -> [TicketID]

    /// Offloads the jobs, and returns their tickets in order. Throws what an offload throws.
    public func callAsFunction(_ offload: Offload) async throws -> [TicketID] {
        guard let first = rest.first else { return try await send(offload.request) }
        let next = NextOffload(model: model, rest: rest.dropFirst(), send: send)
        return try await first.offload(offload, in: model, next: next)
    }
}

extension Model {
    /// Returns the same environment, whose offloads pass this middleware, the outermost first, in place of
    /// any before.
    public func offloading(through middleware: [any OffloadMiddleware]) -> Model {
        var copy = self
        copy.offloadMiddleware = middleware
        return copy
    }

    /// Sends jobs through the middleware. Throws `ModelError.invalid` if it returns more or fewer tickets
    /// than there are jobs.
    func pass(
        _ request: OffloadRequest, count: Int = 1,
        _ send: @escaping @Sendable (OffloadRequest) async throws -> [TicketID]
    ) async throws -> [TicketID] {
        guard !offloadMiddleware.isEmpty else { return try await send(request) }
        let next = NextOffload(model: self, rest: offloadMiddleware[...], send: send)
        let tickets = try await next(Offload(request, count: count))
        guard tickets.count == count else {
            throw ModelError.invalid(
                "the middleware returned \(tickets.count) tickets for \(count) jobs of \(request.kind): "
                    + "it must return those of `next`")
        }
        return tickets
    }
}
