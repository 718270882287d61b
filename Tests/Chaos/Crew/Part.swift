/// What a process does in the run; the name of its subcommand, too.
enum Part: String, Sendable, CaseIterable {
    /// Claims jobs and runs them.
    case worker
    /// Leaves jobs and goes on.
    case offloader
    /// Stands in for an engine: leaves jobs and waits for what comes of them.
    case engine
}
