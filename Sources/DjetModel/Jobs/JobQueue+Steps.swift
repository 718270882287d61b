package import DjetStore

extension JobQueue {
    package func steps(of id: Int64) -> Statement {
        "select * from \(identifier: schema).steps(\(id)::bigint)"
    }

    package func assertHeld(worker: Int, id: Int64, attempt: Int) -> Statement {
        let statement: Statement = """
            select \(identifier: schema).assert_held(\(worker)::integer, \(id)::bigint, \(attempt)::integer)
            """
        return statement.from(.transaction)
    }

    package func keepStep(worker: Int, id: Int64, attempt: Int, name: String, value: String) -> Statement {
        let statement: Statement = """
            select \(identifier: schema).keep_step(
              \(worker)::integer, \(id)::bigint, \(attempt)::integer, \(name), \(value)::jsonb)
            """
        return statement.from(.step)
    }

    package func dropSteps(of id: Int64) -> Statement {
        "select \(identifier: schema).drop_steps(\(id)::bigint)"
    }
}

/// The statements with which a job's work ends, and which the fence may refuse.
extension Statement.Origin {
    /// Keeps the value of a step.
    package static let step = Statement.Origin(rawValue: 1)
    /// Ends a transaction that is neither a step nor the job's last.
    package static let transaction = Statement.Origin(rawValue: 2)
    /// Stores the reply.
    package static let reply = Statement.Origin(rawValue: 3)
}
