import DjetStore

/// Everything that takes part in a run.
struct Stage: Sendable {
    let cluster: Cluster
    let proxy: Proxy
    let crew: Crew
    let log: FaultLog
    /// The run's own connections, past the proxy. They stay with a swallowed server until that one ends.
    let store: Store

    /// Notes the process of each worker, which is unknown once the worker has gone.
    func noteWorkers() async {
        _ = try? await store.query(
            """
            insert into chaos.worker_seen (id, process)
            select w.id, w.pid from jobmachine.worker w
            on conflict do nothing
            """)
    }
}
