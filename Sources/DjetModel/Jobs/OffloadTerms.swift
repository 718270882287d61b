import DjetJSON
import Foundation

/// The terms of an offload, which go with its functions. Nil leaves a term to the function.
struct OffloadTerms: Sendable {
    var queue: String?
    var priority: Int?
    var runAt: Date?
    var after: Needs = []
    var expires: Expiry?
    var timeout: Duration?
    var attempts: Int?
    var tags: [String] = []
    var note: String?
    var unique: Unique?
    var group: GroupID?

    /// Returns the request for jobs of a function.
    func request(_ function: (some ModelFunction).Type, by model: Model) throws -> OffloadRequest {
        var environment = model.jobEnvironment
        environment.unique = unique ?? function.unique
        try function.secret.check(environment.unique, of: function.name)
        environment.timeout = timeout.map { $0 / .seconds(1) }
        environment.expires = expires.map { Timestamp.text(of: $0.time(from: model.now)) }
        environment.tags = tags.isEmpty ? nil : tags
        environment.note = note
        environment.limitKey = function.limitKey
        environment.group = group
        return try OffloadRequest(
            kind: function.name, queue: queue ?? function.queue, priority: priority ?? function.priority,
            runAt: runAt, after: after, attempts: attempts ?? function.retry.attempts,
            environment: environment)
    }
}
