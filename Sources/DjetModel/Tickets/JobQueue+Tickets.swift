package import DjetStore

extension JobQueue {
    /// What a ring says behind which nothing has ended: who waits for the end alone need not look.
    package static let moved = "moved"
    /// What a queue's ring says when a job is not to run before a time, or when there is reason to look for such jobs.
    package static let later = "later"
    /// How a queue's ring begins when a worker has found the line empty, whose number follows: nobody else need look any more.
    package static let dry = "dry "

    // MARK: For those who look on

    /// What has become of a job, without what it was given.
    func look(at id: Int64) -> Statement {
        "select * from \(identifier: schema).shown_tickets where id = \(id)"
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

    /// What has become of a job if it belongs to somebody, or if it may be seen all the same.
    func ticket(_ id: Int64, of user: String?, orRight: Bool) -> Statement {
        """
        select * from \(identifier: schema).shown_tickets
        where id = \(id) and (\(orRight)::boolean or owner = \(user))
        """
    }

    /// Of an error the beginning, as a list shows it.
    func tickets(of user: String, before: Int64?, limit: Int) -> Statement {
        """
        select
          ticket, kind, status, attempt, attempt_limit, waiting_for, cancel_requested, offloaded_at, run_at, claimed_at,
          finished_at, left(error_type, 200) as error_type, left(error, 300) as error
        from \(identifier: schema).tickets_of(\(user), \(before)::bigint, \(limit)::integer)
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
