import DjetModel
import DjetTestSupport
import Testing

@testable import DjetEngine

@Suite struct HealthTests {
    @Test func aServerThatReachesItsDatabaseIsReady() async throws {
        try await withBench { site in
            let live = try await site.ask("GET", "/health/live")
            #expect(live.body == #"{"status":"live"}"#)
            let ready = try await site.ask("GET", "/health/ready")
            #expect(ready.body == #"{"status":"ready"}"#)
        }
    }

    @Test func aProbeThatReadsNoJSONIsAnsweredToo() async throws {
        try await withBench { site in
            for type in ["text/plain", "text/html"] {
                let answer = try await site.ask("GET", "/health/ready", ["Accept: \(type)"])
                #expect(answer.status == 200 && answer["content-type"] == "application/json", "\(type)")
            }
        }
    }

    @Test func figuresAreForOperatorsAlone() async throws {
        try await withBench { site in
            let answer = try await site.ask("GET", "/metrics")
            #expect(answer.status == 401)
        }
    }

    @Test func theQueuesFiguresAreWrittenForPrometheus() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            _ = try await model.offload(Echo(text: "a"))
            let text = try await QueueMetrics.text(in: model)
            #expect(text.contains(#"djet_jobs{queue="default",status="entered"} 1"#))
            #expect(text.contains("\ndjet_workers 0\n"))
        }
    }
}
