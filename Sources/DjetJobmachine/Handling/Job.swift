import DjetJSON
public import DjetModel
import DjetStore
import Foundation

/// A job that a worker has claimed.
public struct Job: Sendable {
    /// The job's ticket.
    public let ticket: TicketID
    /// The kind, which selects the handler.
    public let kind: String
    /// The arguments, as JSON. A middleware sees the secret ones encrypted, a handler in plain.
    public internal(set) var arguments: String
    /// The number of this attempt, from 1.
    public let attempt: Int
    let attemptLimit: Int
    /// True if the number of attempts was set when the job was offloaded.
    let isLimitGiven: Bool
    let environment: JobEnvironment
    /// The reason why it cannot run, though it was claimed; nil if it can.
    let fault: String?
    let position: Int64
    let priority: Int
    /// The number of the worker that claimed it.
    let worker: Int
    /// True if it must not share a transaction, since a shared one was undone.
    var isAlone = false
    /// The bytes of the arguments and the environment.
    var size = 0

    /// The user on whose behalf it runs.
    public var user: String? { environment.user }
    /// The tenant on whose behalf it runs, besides the user.
    public var tenant: String? { environment.tenant }
    /// The tags by which people find it.
    public var tags: [String] { environment.tags ?? [] }
    /// The note of whoever offloaded it.
    public var note: String? { environment.note }
    /// True if it belongs to a group.
    var isMember: Bool { environment.group != nil }

    /// Returns the arguments as a value. Throws `ModelError.invalid`, which names the field.
    public func decode<Arguments: Decodable>(_ type: Arguments.Type = Arguments.self) throws -> Arguments {
        do {
            return try JSON.value(type, from: arguments)
        } catch let error as DecodingError {
            throw ModelError.invalid("the arguments do not fit \(kind): \(error.sentence)")
        }
    }
}

extension Job {
    init(_ row: Row, of queue: String, by worker: Int, _ environments: inout EnvironmentReader) throws {
        self.worker = worker
        ticket = TicketID(queue: queue, number: try row.value(0))
        position = try row.value(1)
        attempt = try row.value(2)
        attemptLimit = try row.value(3)
        isLimitGiven = try row.value(8)
        priority = try row.value(4)
        kind = try row.value(5)
        arguments = try row.value(6)
        let environment: String = try row.value(7)
        size = arguments.utf8.count + environment.utf8.count
        (self.environment, fault) = environments.read(environment)
    }

    /// Returns true if it had to begin before `now`, and this is its first attempt.
    func hasExpired(at now: Date) -> Bool {
        guard attempt == 1, environment.begun != true, let text = environment.expires,
            let time = Date.sent(text)
        else { return false }
        return time <= now
    }
}

extension [Job] {
    /// Creates the jobs of a claim's rows, in their order.
    init(_ rows: Rows, of queue: String, by worker: Int) throws {
        var environments = EnvironmentReader()
        self = try rows.map { try Job($0, of: queue, by: worker, &environments) }
    }
}

/// A job in one of its attempts, as the worker knows it that has claimed it.
struct Claim: Hashable, Sendable {
    let id: Int64
    let attempt: Int
}

extension Job {
    var claim: Claim { Claim(id: ticket.number, attempt: attempt) }
}

extension Sequence<Job> {
    /// The bytes of the arguments and the environments.
    var size: Int { reduce(0) { $0 + $1.size } }
}
