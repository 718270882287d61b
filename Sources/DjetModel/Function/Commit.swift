/// How a function's work is committed.
public enum Commit: Sendable, Hashable {
    /// In one transaction, with the job's completion and its reply: the effects on the database happen
    /// exactly once.
    case atomic
    /// Without a transaction around it: at least once. For work that takes long or has effects elsewhere,
    /// which can tell a repetition by `model.job?.key`.
    case detached
}
