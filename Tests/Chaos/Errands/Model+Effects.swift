import DjetModel
import DjetStore
import Foundation

/// The rows that errands leave. They have no unique constraints, so that repetitions show.
extension Model {
    /// Leaves the row of an `.atomic` errand, exactly one.
    func leaveEffect() async throws {
        try await database.query(
            """
            insert into chaos.atomic_effect (job, attempt, process)
            values (\(job?.ticket.number), \(job?.attempt), \(getpid()))
            """)
    }

    /// Leaves the row of a step, exactly one.
    func leaveEffect(ofStep step: String) async throws {
        try await database.query(
            """
            insert into chaos.step_effect (job, attempt, process, step)
            values (\(job?.ticket.number), \(job?.attempt), \(getpid()), \(step))
            """)
    }

    /// Leaves what a question was answered, in each attempt that hears it.
    func leave(answer: Int) async throws {
        try await database.query(
            """
            insert into chaos.heard (job, attempt, process, answer)
            values (\(job?.ticket.number), \(job?.attempt), \(getpid()), \(answer))
            """)
    }

    /// Leaves what a manifest is told of its group, and how many of the group's jobs are live.
    func leaveOutcome() async throws {
        let group = outcome?.group.number
        try await database.query(
            """
            insert into chaos.outcome (group_id, job, attempt, process, finished, failed, cancelled, live)
            select \(group)::bigint, \(job?.ticket.number)::bigint, \(job?.attempt)::integer, \(getpid())::integer,
              \(outcome?.finished)::bigint, \(outcome?.failed)::bigint, \(outcome?.cancelled)::bigint, (
                select count(*)
                from jobmachine.job j
                where (j.environment ->> 'group')::bigint in (select w.id from chaos.within(\(group)::bigint) w))
            """)
    }

    /// Leaves the row of a `.detached` errand, at least one.
    func leaveDetachedEffect() async throws {
        try await database.query(
            """
            insert into chaos.detached_effect (job, attempt, process)
            values (\(job?.ticket.number), \(job?.attempt), \(getpid()))
            """)
    }
}
