import DjetStore

/// All that takes part in a run.
struct Stage: Sendable {
    let cluster: Cluster
    let proxy: Proxy
    let crew: Crew
    let log: FaultLog
    /// The run's own look at the tables, past the proxy.
    let store: Store
}
