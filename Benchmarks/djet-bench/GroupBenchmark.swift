import DjetModel
import DjetStore

/// The cost of belonging to a group.
enum GroupBenchmark: Benchmark {
    static let name = "group"
    static let abstract = "A drain of jobs that are all in one group, beside the same jobs without."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(200_000)
        try await bench.compare(
            "drain .detached, in a group", "jobs/s", atLeast: 0.8, reference: "without a group",
            djet: { try await drain(bench, Silence.name, count, isGrouped: true) },
            reference: { try await drain(bench, Silence.name, count, isGrouped: false) })
        try await bench.withModel { model in
            try await model.store.query("create schema bench")
            try await model.store.query("create table bench.note (job bigint, number bigint)")
        }
        let few = bench.options.amount(20_000)
        try await bench.compare(
            "drain .atomic, in a group", "jobs/s", atLeast: 0.8, reference: "without a group",
            djet: { try await drain(bench, Note.name, few, isGrouped: true) },
            reference: { try await drain(bench, Note.name, few, isGrouped: false) })
    }

    private static func drain(
        _ bench: Bench, _ kind: String, _ count: Int, isGrouped: Bool
    ) async throws -> Double {
        try await Drain(bench: bench, kind: kind, count: count).run { model in
            // The same change of each row without a group.
            try await model.store.query(
                """
                with made as materialized (
                  select id from jobmachine.make_group('bench', ring => false)
                ), joined as (
                  insert into jobmachine.member (group_id, job)
                  select made.id, j.id from made cross join jobmachine.job j
                )
                update jobmachine.job j
                set environment = case when \(isGrouped) then jsonb_build_object('group', made.id) else '{}' end
                from made
                """)
            try await model.store.query("vacuum analyze jobmachine.job, jobmachine.member")
        }.rate
    }
}
