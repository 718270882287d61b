import DjetModel
import DjetStore
import Foundation

/// The rows that errands leave. There are no unique constraints on them: what happens twice is to be seen.
extension Model {
    /// Of what happens exactly once.
    func leaveEffect() async throws {
        try await database.query(
            """
            insert into chaos.atomic_effect (job, attempt, process)
            values (\(job?.ticket.number), \(job?.attempt), \(getpid()))
            """)
    }

    /// Of a step, which happens exactly once.
    func leaveEffect(ofStep step: String) async throws {
        try await database.query(
            """
            insert into chaos.step_effect (job, attempt, process, step)
            values (\(job?.ticket.number), \(job?.attempt), \(getpid()), \(step))
            """)
    }

    /// Of what happens at least once.
    func leaveDetachedEffect() async throws {
        try await database.query(
            """
            insert into chaos.detached_effect (job, attempt, process)
            values (\(job?.ticket.number), \(job?.attempt), \(getpid()))
            """)
    }
}
