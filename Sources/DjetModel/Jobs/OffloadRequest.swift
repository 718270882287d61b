import DjetJSON
package import Foundation

/// A job to be offloaded, without its arguments.
package struct OffloadRequest: Sendable {
    package var kind: String
    package var queue: String
    package var priority: Int
    package var runAt: Date?
    /// The jobs that must finish first.
    package var after: [Int64]?
    /// The jobs that must end first.
    package var afterEnd: [Int64]?
    /// The number of attempts; nil for as many as the handler allows.
    package var attempts: Int?
    package var environment: String
    /// True if another job may be kept instead of it.
    package var isUnique: Bool
    /// True if workers must look at its times, not only at the line.
    package var isForLater: Bool

    package init(
        kind: String, queue: String, priority: Int, runAt: Date?, after: Needs, attempts: Int?,
        environment: JobEnvironment
    ) throws {
        self.kind = kind
        self.queue = queue
        self.priority = priority
        self.runAt = runAt
        self.after = after.finished.isEmpty ? nil : after.finished.map(\.number)
        afterEnd = after.ended.isEmpty ? nil : after.ended.map(\.number)
        self.attempts = attempts
        isUnique = environment.unique != nil
        // A job that waits for others is for later, too: somebody must check that they are still alive.
        isForLater = runAt != nil || !after.isEmpty || environment.expires != nil
        self.environment = try Self.text(of: environment)
    }

    /// The environment that travels with the job, as a value.
    var said: JobEnvironment {
        get throws { try JSON.value(from: environment) }
    }

    /// Returns the same request with another environment.
    func saying(_ environment: JobEnvironment) throws -> OffloadRequest {
        var copy = self
        copy.environment = try Self.text(of: environment)
        return copy
    }

    private static func text(of environment: JobEnvironment) throws -> String {
        environment == JobEnvironment() ? "{}" : try JSON.text(of: environment)
    }

    /// True if it waits for other jobs.
    package var isWaiting: Bool { after != nil || afterEnd != nil }
}
