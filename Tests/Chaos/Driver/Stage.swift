import DjetStore

/// All that takes part in a run.
struct Stage: Sendable {
    let cluster: Cluster
    let proxy: Proxy
    let crew: Crew
    let log: FaultLog
    /// The run's own look at the tables, past the proxy: it stays with a server that is swallowed until that one ends.
    let store: Store

    /// Writes down which worker is which process, which is not known any more when the worker has gone.
    func noteWorkers() async {
        _ = try? await store.query(
            """
            insert into chaos.worker_seen (id, process)
            select w.id, w.pid from jobmachine.worker w
            on conflict do nothing
            """)
    }
}
