import CoreMetrics
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetEngine

@Suite struct MetricsTests {
    @Test func figuresAreWrittenAsPrometheusReadsThem() {
        let registry = MetricsRegistry()
        let counter = registry.makeCounter(label: "jobs.total", dimensions: [("kind", "a\"b\n")])
        counter.increment(by: 2)
        registry.makeCounter(label: "jobs.total", dimensions: [("kind", "a\"b\n")]).increment(by: 1)
        let timer = registry.makeTimer(label: "took_seconds", dimensions: [])
        timer.recordNanoseconds(3_000_000)
        timer.recordNanoseconds(20_000_000_000)
        let lines = registry.text.split(separator: "\n").map(String.init)
        #expect(lines.contains("# TYPE jobs_total counter"))
        #expect(lines.contains(#"jobs_total{kind="a\"b\n"} 3"#))
        #expect(lines.contains("# TYPE took_seconds histogram"))
        #expect(lines.contains(#"took_seconds_bucket{le="0.0025"} 0"#))
        #expect(lines.contains(#"took_seconds_bucket{le="0.005"} 1"#))
        #expect(lines.contains(#"took_seconds_bucket{le="+Inf"} 2"#))
        #expect(lines.contains("took_seconds_count 2"))
        #expect(lines.contains("# HELP took_seconds A histogram of this program."))
    }

    @Test func eachFigureOfDjetHasItsMeaning() {
        for (name, text) in MetricHelp.texts {
            #expect(name.hasPrefix("djet_") && text.hasSuffix(".") && !text.contains("\n"), "\(name)")
        }
    }

    /// Anybody who may offload can make up kinds, and each would be a series of its own.
    @Test func kindsThatTheProgramDoesNotKnowAreCountedTogether() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let known = try await model.offload(Echo(text: "a")).id
            var tickets = [known]
            for number in 0..<5 {
                tickets.append(try await model.offload(kind: "made.up-\(number)", arguments: "{}"))
            }
            for ticket in tickets { try await model.cancel(ticket) }
            try await database.store.query(
                "update jobmachine.history set finished_at = finished_at - interval '3 minutes'")
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp(patience: .seconds(60))
            let name = "djet_kind_jobs_ended_total"
            let text = try await QueueMetrics.text(in: model, kinds: ["made.up-3"])
            #expect(text.contains(#"\#(name){kind="test.echo",status="cancelled"} 1"#))
            #expect(text.contains(#"\#(name){kind="made.up-3",status="cancelled"} 1"#))
            #expect(text.contains(#"\#(name){kind="(others)",status="cancelled"} 4"#))
            #expect(!text.contains("made.up-1"))
            let capped = try await QueueMetrics.text(in: model, kinds: ["made.up-3"], mostKinds: 1)
            #expect(capped.contains(#"\#(name){kind="made.up-3",status="cancelled"} 1"#))
            #expect(capped.contains(#"\#(name){kind="(others)",status="cancelled"} 5"#))
        }
    }
}
