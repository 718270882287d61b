import DjetModel
import DjetStore
import DjetTestSupport
import Foundation

/// A history of three days, which the tests know job by job.
struct FilledHistory {
    struct Job: Decodable, Sendable {
        var id: Int64
        var queue: String
        var kind: String
        var status: JobStatus
        var worker: Int?
        var user: String?
        var finishedAt: Date
    }

    let jobs: [Job]

    /// Writes `count` ended jobs of three days into a database: two queues, five kinds of which one is rare,
    /// errors and cancelled ones, three workers, some with users, many of them at the very same moment.
    init(_ count: Int, in database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    do $do$
                    begin
                      for back in 1..3 loop
                        execute format(
                          'create table jobmachine.%I partition of jobmachine.history for values from (%L) to (%L)',
                          'history_' || to_char((now() at time zone 'UTC')::date - back, 'YYYYMMDD'),
                          ((now() at time zone 'UTC')::date - back)::timestamp at time zone 'UTC',
                          ((now() at time zone 'UTC')::date - back + 1)::timestamp at time zone 'UTC');
                      end loop;
                    end
                    $do$;
                    insert into jobmachine.history
                      (id, run_at, offloaded_at, claimed_at, finished_at, worker, attempt, attempt_limit, priority, status,
                       queue, kind, arguments, environment, error)
                    select n, f - interval '3 s', f - interval '3 s', f - interval '1 s', f,
                      case when n % 50 = 0 then null else 1 + n % 3 end, 1, 5, 4,
                      (case when n % 50 = 0 then 'cancelled' when n % 40 = 7 then 'error' else 'finished' end)::jobmachine.status,
                      case when n % 5 < 3 then 'default' else 'slow' end,
                      case when n % 500 = 3 then 'test.rare' else 'test.kind-' || n % 5 end,
                      jsonb_build_object('number', n, 'text', 'Straße ' || n),
                      case when n % 7 = 0 then jsonb_build_object('user', 'ada') when n % 900 = 1
                        then jsonb_build_object('user', 'bob') else '{}' end,
                      case when n % 40 = 7 then '{"type": "x", "message": "<b>no</b>"}'::jsonb end
                    from (
                      select n, date_trunc('second', now()) - ((\(count) - n) / 4) * 4 * (interval '3 days' / \(count)) as f
                      from generate_series(1, \(count)) n
                    ) at;
                    select setval('jobmachine.job_id_seq', \(count) + 1);
                    """)
        }
        jobs = try await database.store.rows(
            """
            select id, queue, kind, status, worker, environment ->> 'user' as "user", finished_at
            from jobmachine.history order by finished_at desc, id desc
            """)
    }

    /// Returns the ids of the jobs that fit, in the order in which they must come.
    func ids(_ fits: (Job) -> Bool) -> [Int64] {
        jobs.filter(fits).map(\.id)
    }
}
