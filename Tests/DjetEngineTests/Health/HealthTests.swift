import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
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

    /// A process without its database is not dead: restarting it would help nobody.
    @Test func aProcessWhoseDatabaseIsGoneIsLive() async throws {
        try await withDatabase { database in
            let store = Store(
                StoreConfiguration(connectionString: database.connectionString), logger: TestDatabase.logger)
            let model = Model(
                store: store, functions: Functions([]), logger: TestDatabase.logger, clock: { Date() })
            // The tree is read anew for each request.
            try await withSite(model, limits: SiteLimits(treeAge: .zero)) { site in
                #expect(try await site.ask("GET", "/health/ready").status == 200)
                await store.close()
                let live = try await site.ask("GET", "/health/live")
                #expect(live.status == 200 && live.body == #"{"status":"live"}"#, "\(live.body)")
                #expect(try await site.ask("HEAD", "/health/live").status == 200)
                #expect(try await site.ask("GET", "/health/ready").status >= 500)
            }
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

    @Test func theQueuesBeyondTheFirstAreCountedTogether() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            for name in ["a", "b", "c"] { _ = try await model.offload(Echo(text: "a"), on: name) }
            let text = try await QueueMetrics.text(in: model, mostQueues: 1)
            #expect(text.contains(#"djet_jobs{queue="a",status="entered"} 1"#))
            #expect(text.contains(#"djet_jobs{queue="(others)",status="entered"} 2"#))
            #expect(!text.contains(#"queue="b""#))
        }
    }
}
