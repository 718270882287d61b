/// The way in which a function's work is committed.
public enum Commit: Sendable, Hashable {
    /// One transaction with the job's completion and its reply: its effects on the database happen exactly
    /// once.
    case atomic
    /// A transaction as for `.atomic`, shared with other jobs of its kind: see `atomic(group:)`.
    case grouped(Int)
    /// A transaction for each `model.step`, with its value: a step that is done is not done again. For work
    /// that takes long: after a crash, the next attempt continues after the last committed step. Work outside
    /// of steps is repeated in each attempt.
    case stepwise
    /// No transaction: at least once. For work that takes long or has effects elsewhere, which can tell a
    /// repetition by `model.job?.key`.
    case detached

    /// One transaction with up to `count` jobs of its kind, each behind a savepoint: a job that fails is
    /// undone alone.
    ///
    /// For many short functions: they share the cost of a commit. A job's locks last until all jobs are done.
    /// Posted statements are awaited together at the end, which is fastest; a ``CollectiveFunction`` does the
    /// jobs with one call. If the whole transaction is undone, for instance by a posted statement, each job
    /// runs again in a transaction of its own, after a deadlock first all together: effects outside of the
    /// database may then happen twice. A call is committed as `.atomic`.
    public static func atomic(group count: Int) -> Commit { count > 1 ? .grouped(count) : .atomic }

    /// True if the function's effects on the database happen exactly once.
    public var isAtomic: Bool {
        switch self {
        case .atomic, .grouped: true
        case .stepwise, .detached: false
        }
    }

    /// The number of jobs that share a transaction.
    package var groupSize: Int {
        if case .grouped(let count) = self { count } else { 1 }
    }
}
