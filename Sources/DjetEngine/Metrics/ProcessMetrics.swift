import DjetStore

/// The state of this process's connections, looked up at each request.
enum ProcessMetrics {
    static func text(of store: Store) -> String {
        var connections: [MetricsText.Sample] = []
        var limit: [MetricsText.Sample] = []
        var waiting: [MetricsText.Sample] = []
        if let pool = store.poolFigures {
            connections = [
                (labels: [("state", "idle")], value: Double(pool.idle)),
                (labels: [("state", "used")], value: Double(pool.used)),
            ]
            limit = MetricsText.only(Double(pool.limit))
            waiting = MetricsText.only(Double(pool.waiting))
        }
        return [
            MetricsText.gauge("djet_pool_connections", connections),
            MetricsText.gauge("djet_pool_connection_limit", limit),
            MetricsText.gauge("djet_pool_waiting", waiting),
            MetricsText.gauge("djet_listener_proof_age_seconds", age(of: store.listener)),
        ].joined()
    }

    /// Returns the age of the last sign that the listening connection hears; nothing while none listens.
    private static func age(of listener: Listener) -> [MetricsText.Sample] {
        guard let proof = listener.proof else { return [] }
        return MetricsText.only(proof.time.duration(to: .now) / .seconds(1))
    }
}
