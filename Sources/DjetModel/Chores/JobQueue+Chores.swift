package import DjetStore

/// A run of a chore that a worker has claimed.
package struct ChoreClaim: Decodable, Sendable, Hashable {
    /// The name of the chore.
    package var name: String
    /// The number of the run.
    package var run: Int64
}

/// The statements of chores.
extension JobQueue {
    package var chores: Statement {
        "select * from \(identifier: schema).chores c order by c.part nulls last, c.name"
    }

    package func declareChores(of part: String, _ declarations: String) -> Statement {
        "select \(identifier: schema).declare_chores(\(part), \(declarations)::jsonb)"
    }

    package func claimChores(_ names: [String], worker: Int) -> Statement {
        "select * from \(identifier: schema).claim_chores(\(worker)::integer, \(names)::text[])"
    }

    package func nextChore(_ names: [String]) -> Statement {
        "select \(identifier: schema).next_chore(\(names)::text[])"
    }

    package func endChore(_ claim: ChoreClaim, worker: Int, error: String?) -> Statement {
        """
        select \(identifier: schema).end_chore(
          \(worker)::integer, \(claim.name), \(claim.run)::bigint, \(error)::text)
        """
    }
}
