package import DjetStore

extension JobQueue {
    package func steps(of id: Int64) -> Statement {
        "select * from \(identifier: schema).steps(\(id)::bigint)"
    }

    package func hold(worker: Int, id: Int64, attempt: Int) -> Statement {
        "select \(identifier: schema).hold(\(worker)::integer, \(id)::bigint, \(attempt)::integer)"
    }

    package func keepStep(worker: Int, id: Int64, attempt: Int, name: String, value: String) -> Statement {
        """
        select \(identifier: schema).keep_step(
          \(worker)::integer, \(id)::bigint, \(attempt)::integer, \(name), \(value)::jsonb)
        """
    }

    package func dropSteps(of id: Int64) -> Statement {
        "select \(identifier: schema).drop_steps(\(id)::bigint)"
    }
}
