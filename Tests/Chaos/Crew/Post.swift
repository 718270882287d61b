/// A place that is always filled: another process begins whenever its process ends.
struct Post: Sendable, Hashable {
    let role: CrewRole
    let number: Int

    static let all = [
        Post(role: .worker, number: 1), Post(role: .worker, number: 2), Post(role: .worker, number: 3),
        Post(role: .offloader, number: 1), Post(role: .offloader, number: 2),
        Post(role: .engine, number: 1), Post(role: .engine, number: 2),
    ]
}

/// A process's role in the run, named like its subcommand.
enum CrewRole: String, Sendable, CaseIterable {
    /// Claims jobs and runs them.
    case worker
    /// Offloads jobs without waiting for them.
    case offloader
    /// Stands in for an engine: offloads jobs and waits for their results.
    case engine
}
