import CoreMetrics
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
    }
}
