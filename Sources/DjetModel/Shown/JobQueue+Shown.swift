import DjetStore

/// The statements of pages that show one job.
extension JobQueue {
    /// Selects a job if it is the user's, or was shared with them, or if the right is given; but only one of
    /// the tenants, unless they are nil.
    func shownJob(_ id: Int64, of user: String?, orRight: Bool, among tenants: [String]?) -> Statement {
        """
        select * from \(identifier: schema).shown_jobs
        where id = \(id) and (
          \(orRight)::boolean or "user" = \(user)
          or \(identifier: schema).is_shared(\(id), \(user)))
          and (\(tenants)::text[] is null or tenant = any (\(tenants)::text[]))
        """
    }

    /// Selects the last failed attempts, oldest first, each with the beginning of its error as the list shows
    /// it.
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

    /// Selects the last steps, oldest first, without their values.
    func lastSteps(of id: Int64, limit: Int = 100) -> Statement {
        "select * from \(identifier: schema).last_steps(\(id)::bigint, \(limit)::integer)"
    }

    /// Selects the flow around a job, among the jobs of the tenants; nil for all.
    func flow(of id: Int64, among tenants: [String]?) -> Statement {
        "select * from \(identifier: schema).flow_of(\(id)::bigint, tenants => \(tenants)::text[])"
    }

    /// Selects the files that a job's arguments and reply name and that its user stored: anybody can write
    /// any number into arguments. Each text counts with its first thousand files within its first mebibyte; a
    /// number selects one of them.
    ///
    /// In the text of any `jsonb` a file's object begins with its number, because names are sorted by length.
    /// No text within can look like one, since its quotes are escaped. The texts are made once for any number
    /// of files.
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
          \(request.priority), \(request.runAt)::timestamptz, \(request.after)::bigint[], \(request.attempts)::integer,
          \(request.environment)::jsonb, false)
        """
    }

    /// Selects a chunk of a part's bytes; null if there is no such part.
    func bytes(of part: JobPart, of id: Int64, from start: Int, amount: Int) -> Statement {
        """
        select substr(
          convert_to(\(identifier: schema).masked(\(identifier: part.rawValue)::text), 'UTF8'),
          \(start + 1)::integer, \(amount)::integer)
        from \(identifier: schema).jobs where id = \(id)
        """
    }
}
