/// How a function's work is committed.
public enum Commit: Sendable, Hashable {
    /// In one transaction, with the job's completion and its reply: the effects on the database happen
    /// exactly once.
    case atomic
    /// The same, in the same transaction as other jobs of its kind: see `atomic(group:)`.
    case grouped(Int)
    /// Each `model.step` in a transaction of its own, with what it returned: what is done is not done again. For work that
    /// takes long: after a crash, the next attempt goes on behind the last step that was committed. What is done outside of
    /// steps is done anew in each attempt.
    case stepwise
    /// Without a transaction around it: at least once. For work that takes long or has effects elsewhere,
    /// which can tell a repetition by `model.job?.key`.
    case detached

    /// In one transaction with up to so many other jobs of its kind, each behind a savepoint: one that fails is undone alone.
    ///
    /// For short functions of which there are many: what it costs to commit, they share. What one of them locks is locked
    /// until all are done. Statements that are posted are waited for together at the end, which is quickest. Should the
    /// transaction as a whole be undone, as by one of those, each runs again in one of its own: what a function does
    /// elsewhere than in the database may be done twice. A call is committed as `.atomic`.
    public static func atomic(group count: Int) -> Commit { count > 1 ? .grouped(count) : .atomic }

    /// Whether its effects on the database happen exactly once.
    public var isAtomic: Bool {
        switch self {
        case .atomic, .grouped: true
        case .stepwise, .detached: false
        }
    }

    /// How many jobs share a transaction.
    package var groupSize: Int {
        if case .grouped(let count) = self { count } else { 1 }
    }
}
