import DjetStore

/// The workers' returns to work after a fault of the servers.
struct Returns: Sendable {
    /// A worker that had worked until a fault, and that no other fault hit before it worked again.
    private struct Return: Decodable, Sendable {
        let kind: String
        let process: Int
        /// The time from the server's return to the first job that the worker ended; nil if it ended none.
        let seconds: Double?
        /// The time from the server's return to the last job that any worker ended.
        let rest: Double
    }

    /// The time that others must have worked before a worker counts as missing.
    private static let patience = Duration.seconds(15)

    private let all: [Return]

    init(from store: Store) async throws {
        all = try await store.rows(
            """
            select f.kind, w.process, round(extract(epoch from back.at - f.ended_at), 2)::float8 as seconds,
              round(extract(epoch from latest.at - f.ended_at), 2)::float8 as rest
            from chaos.fault f
            cross join (select distinct s.process from chaos.worker_seen s) w
            cross join (select max(h.finished_at) as at from jobmachine.history h) latest
            cross join lateral (
              select min(h.finished_at) as at
              from chaos.worker_seen s
              join jobmachine.history h on h.worker = s.id
              where s.process = w.process and h.finished_at between f.ended_at and f.ended_at + interval '1 minute'
            ) back
            where f.kind in ('restart', 'promote', 'silence')
              and (back.at is not null or latest.at > f.ended_at + \(Self.patience)::interval)
              and exists (
                select
                from chaos.worker_seen s
                join jobmachine.history h on h.worker = s.id
                where s.process = w.process and h.finished_at between f.began_at - interval '10 seconds' and f.began_at)
              and not exists (
                select from chaos.fault o
                where o is distinct from f
                  and coalesce(o.process, w.process) = w.process
                  and o.began_at < coalesce(back.at, f.ended_at + interval '1 minute')
                  and o.ended_at > f.began_at - interval '10 seconds')
            order by f.kind, w.process
            """, as: Return.self)
    }

    /// The longest return for each kind of fault; “never” if a worker did not come back.
    var longest: [String] {
        Dictionary(grouping: all, by: \.kind).sorted { $0.key < $1.key }.map { kind, returns in
            let longest = returns.map { $0.seconds ?? .infinity }.max() ?? 0
            return "\(longest == .infinity ? "never" : "\(longest) s") after a \(kind)"
        }
    }

    /// The workers that did not come back while others worked.
    var missing: [String] {
        all.filter { $0.seconds == nil }.map {
            "process \($0.process) after a \($0.kind), though others ended jobs for \($0.rest) s"
        }
    }
}
