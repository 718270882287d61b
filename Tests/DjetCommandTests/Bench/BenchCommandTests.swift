import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Checks that every benchmark runs and writes its figures. Only a release build shows its speed.
///
/// One at a time: they share a database.
@Suite(.serialized) struct BenchCommandTests {
    @Test(arguments: [
        "send", "drain", "snapshot", "atomic", "latency", "roundtrip", "idle", "wake", "rescue", "cancel",
        "fire", "chore-runs", "unique", "limits", "expiry", "signals", "group", "depth", "import",
    ])
    func itRunsAndWritesItsFigures(name: String) async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            let run = try await Run(
                [name, "--small", "--turns", "1", "--output", scratch.path], by: "djet-bench", on: database)
            #expect(run.status == 0, "\(run.error)")
            let table = try String(contentsOfFile: "\(scratch.path)/bench.tsv", encoding: .utf8)
            let rows = table.split(separator: "\n").map {
                $0.split(separator: "\t", omittingEmptySubsequences: false)
            }
            #expect(rows.count > 1)
            for row in rows.dropFirst() {
                #expect(row.count == 8)
                #expect(row.first.map(String.init) == name)
                #expect(Double(row[4])?.isFinite == true, "\(row)")
            }
            let plot = try String(contentsOfFile: "\(scratch.path)/bench.svg", encoding: .utf8)
            #expect(plot.hasPrefix("<svg"))
            let left = try await database.store.first(
                "select count(*) from pg_database where datname like 'djet_bench%'", as: Int.self)
            #expect(left == 0, "it removes what it has made")
        }
    }

    @Test func turnsAreCounted() async throws {
        let run = try await Run(["send", "--turns", "0"], by: "djet-bench")
        #expect(run.status == 64)
        #expect(run.error.contains("--turns must be from 1 to 1000 (got 0)"))
    }
}
