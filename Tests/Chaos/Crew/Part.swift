/// A process's part in the run, named like its subcommand.
enum Part: String, Sendable, CaseIterable {
    /// Claims jobs and runs them.
    case worker
    /// Offloads jobs without waiting for them.
    case offloader
    /// Stands in for an engine: offloads jobs and waits for their results.
    case engine
}
