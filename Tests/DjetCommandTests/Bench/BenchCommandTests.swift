import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// That every benchmark does what it measures, and writes it down. How fast it is is told by the release build alone.
///
/// One at a time: they share a database.
@Suite(.serialized) struct BenchCommandTests {
    @Test(arguments: [
        "send", "drain", "snapshot", "atomic", "latency", "roundtrip", "idle", "wake", "rescue", "cancel",
        "depth", "import",
    ])
    func itRunsAndWritesItsFigures(name: String) async throws {
        let scratch = try Scratch()
        try await withDatabase(business: true) { database in
            let run = try await Run(
                ["bench", name, "--small", "--turns", "1", "--output", scratch.path], on: database)
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
        let run = try await Run(["bench", "send", "--turns", "0"])
        #expect(run.status == 64)
        #expect(run.error.contains("--turns is 0: take a number from 1 to 1000"))
    }
}
