package import DjetStore

extension JobQueue {
    /// The payload of a ring for a change that ends nothing: whoever waits for the end alone need not look.
    package static let moved = "moved"
    /// The payload of a queue's ring for a job with a time to wait for, and for any reason to look for such
    /// jobs.
    package static let later = "later"
    /// The prefix of a queue's ring after a worker found the line empty. The worker's number follows; the
    /// others need not look.
    package static let dry = "dry "

    // MARK: For watching

    /// Selects the state of a job, without its arguments.
    func look(at id: Int64) -> Statement {
        "select * from \(identifier: schema).shown_tickets where id = \(id)"
    }

    /// Selects the status of a job. Nothing long is read.
    func end(of id: Int64) -> Statement {
        "select ticket, status from \(identifier: schema).tickets where id = \(id)"
    }

    func log(of id: Int64, after line: Int64, limit: Int) -> Statement {
        """
        select id, at, attempt, level, left(message, 10000) as message
        from \(identifier: schema).read_log(\(id), \(line), \(limit)::integer)
        """
    }

    func lastLog(of id: Int64, limit: Int) -> Statement {
        """
        select id, at, attempt, level, left(message, 10000) as message from (
          select * from \(identifier: schema).log where job = \(id) order by id desc limit \(limit)
        ) as line order by id
        """
    }

    /// Selects the state of a job if it is the user's, or was shared with them, or if the right is given; but
    /// only one of the tenants, unless they are nil.
    func ticket(_ id: Int64, of user: String?, orRight: Bool, among tenants: [String]?) -> Statement {
        """
        select * from \(identifier: schema).shown_tickets
        where id = \(id) and (
          \(orRight)::boolean or owner = \(user)
          or \(identifier: schema).is_shared(\(id), \(user)))
          and (\(tenants)::text[] is null or tenant = any (\(tenants)::text[]))
        """
    }

    /// Selects the jobs of a user, each with the beginning of its error, as a list shows it; only those of
    /// the tenants, unless they are nil.
    func tickets(of user: String, among tenants: [String]?, before: Int64?, limit: Int) -> Statement {
        """
        select
          ticket, kind, status, attempt, attempt_limit, waiting_for, cancel_requested, offloaded_at, run_at, claimed_at,
          finished_at, left(error_type, 200) as error_type,
          left(error, 300) || case when length(error) > 300 then '…' else '' end as error
        from \(identifier: schema).tickets_of(
          \(user), \(before)::bigint, \(limit)::integer, \(tenants)::text[])
        """
    }

    // MARK: For workers

    package func writeLog(worker: Int, id: Int64, attempt: Int, lines: [PendingLogLine]) -> Statement {
        """
        select \(identifier: schema).write_log(
          \(worker)::integer, \(id), \(attempt)::integer, \(lines.map(\.age))::double precision[],
          \(lines.map(\.level))::text[], \(lines.map(\.message))::text[])
        """
    }
}
