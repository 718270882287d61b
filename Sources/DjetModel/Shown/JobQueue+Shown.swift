import DjetStore

/// What pages ask of one job.
extension JobQueue {
    /// A job if it belongs to somebody, or if it may be seen all the same.
    func shownJob(_ id: Int64, of user: String?, orRight: Bool) -> Statement {
        """
        select * from \(identifier: schema).shown_jobs
        where id = \(id) and (\(orRight)::boolean or "user" = \(user))
        """
    }

    /// The last failed attempts, the first first. Of what each says the beginning, as its list shows it.
    func shownAttempts(of id: Int64, limit: Int = 100) -> Statement {
        """
        select started_at, ended_at, worker, attempt, jsonb_build_object(
          'type', coalesce(left(error ->> 'type', 200), 'unknown'),
          'message', coalesce(left(error ->> 'message', 10000), '')) as error
        from (
          select * from \(identifier: schema).attempt where job = \(id) order by ended_at desc limit \(limit)
        ) as last
        order by ended_at
        """
    }

    /// The files that a job's arguments and reply name, and that were stored on behalf of whoever offloaded it: anybody
    /// can write any number into arguments. The first thousand that each names within its first mebibyte, or one of them.
    ///
    /// A file begins by its number in the text of any `jsonb`, which sorts the names of members by their lengths; and no
    /// text within can look so, since its quotes are escaped. The texts are made once, however many files there are.
    func files(of id: Int64, number: Int64?) -> Statement {
        """
        with job as materialized (
          select j.environment ->> 'user' as owner,
            left(j.arguments::text, 1048576) as arguments, left(j.reply::text, 1048576) as reply
          from \(identifier: schema).jobs j
          where j.id = \(id)
        ), named as materialized (
          select
            (regexp_match(left(said.text, 40), '^([0-9]{1,18}), "name": "'))[1]::bigint as id,
            min(array[part.number, said.place]) as place
          from job
          cross join lateral (values (1, job.arguments), (2, job.reply)) as part(number, text)
          cross join lateral string_to_table(part.text, '{"file": ') with ordinality as said(text, place)
          where said.place between 2 and 1001
          group by 1
        )
        select f.id as file, f.name, f.mime_type, f.size
        from named
        join \(identifier: schema).file f on f.id = named.id
        where (\(number)::bigint is null or f.id = \(number)::bigint)
          and f.is_complete and f.owner is not distinct from (select job.owner from job)
        order by named.place
        """
    }

    /// Offloads a job with the arguments of another.
    func offload(_ request: OffloadRequest, withArgumentsOf id: Int64) -> Statement {
        """
        select \(identifier: schema).offload(
          \(request.kind), (select arguments from \(identifier: schema).jobs where id = \(id)), \(request.queue),
          \(request.priority), \(request.runAt)::timestamptz, \(request.after)::bigint[], \(request.attempts),
          \(request.environment)::jsonb, false)
        """
    }

    /// Some of the bytes of a part; null if there is none.
    func bytes(of part: JobPart, of id: Int64, from start: Int, amount: Int) -> Statement {
        """
        select substr(convert_to(\(identifier: part.rawValue)::text, 'UTF8'), \(start + 1)::integer, \(amount)::integer)
        from \(identifier: schema).jobs where id = \(id)
        """
    }
}
