package import DjetStore

extension JobQueue {
    func signal(_ id: Int64, name: String, value: String, by user: String?) -> Statement {
        "select \(identifier: schema).signal(\(id)::bigint, \(name), \(value)::jsonb, \(user)::text)"
    }

    func signals(of id: Int64) -> Statement {
        "select * from \(identifier: schema).signals_of(\(id)::bigint)"
    }

    // MARK: For workers

    package func awaitSignal(
        _ name: String, worker: Int, id: Int64, attempt: Int, within limit: Duration
    ) -> Statement {
        let statement: Statement = """
            select * from \(identifier: schema).await_signal(
              \(worker)::integer, \(id)::bigint, \(attempt)::integer, \(name),
              \(min(limit, Self.longestDelay))::interval)
            """
        return statement.from(.step)
    }

    func dropSignal(_ name: String, worker: Int, id: Int64, attempt: Int) -> Statement {
        let statement: Statement = """
            select \(identifier: schema).drop_signal(
              \(worker)::integer, \(id)::bigint, \(attempt)::integer, \(name))
            """
        return statement.from(.step)
    }

    package func park(worker: Int, id: Int64, attempt: Int, signal: String) -> Statement {
        """
        select \(identifier: schema).park(
          \(worker)::integer, \(id)::bigint, \(attempt)::integer, \(signal))
        """
    }
}
