import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@testable import DjetEngine

/// The shipped program as those who watch it see it: traces, the log as JSON, and figures.
@Suite struct TelemetryTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let caller = "00f067aa0ba902b7"
    private static let command = ["up", "--port", "0", "--queues", "default,slow", "--log-format", "json"]
    private static let totals = "/functions/order-totals"

    @Test(.endsWithTheSuite) func oneTraceLeadsFromTheRequestToTheJob() async throws {
        try await withDatabase(business: true) { database in
            let up = try await UpProcess(Self.command, on: database)
            let headers = ["traceparent: 00-\(Self.trace)-\(Self.caller)-01", "Prefer: wait=30"]
            _ = try await up.ask("POST", Self.totals, headers, body: "{}")
            let stored = try await database.store.first(
                """
                select environment -> 'trace' ->> 'traceparent' from jobmachine.history
                where kind = 'sales.order-totals'
                """, as: String.self)
            #expect(stored.flatMap { TraceParent($0) }?.traceID == Self.trace)
            let lines = try Self.lines(of: try await up.stop())
            let spans = lines.filter { $0["trace"] as? String == Self.trace && $0["span"] != nil }
            let request = try #require(spans.first { $0["role"] as? String == "server" })
            #expect(request["name"] as? String == "POST function /")
            #expect(request["parent"] as? String == Self.caller)
            let offload = try #require(spans.first { $0["role"] as? String == "producer" })
            #expect(offload["parent"] as? String == request["span"] as? String)
            let job = try #require(spans.first { $0["role"] as? String == "consumer" })
            #expect(job["parent"] as? String == offload["span"] as? String)
            #expect(job["name"] as? String == "sales.order-totals" && job["outcome"] as? String == "ok")
            #expect((job["ticket"] as? String)?.contains(".") == true && job["user"] as? String == "ada")
            #expect(job["seconds"] is Double && job["attempt"] as? Int == 1)
        }
    }

    /// Whatever a client sends, the program keeps a valid number or makes one of its own.
    @Test(.endsWithTheSuite, arguments: [["traceparent: 00-nonsense-01"], []])
    func aRequestWithoutAValidTraceBeginsOne(headers: [String]) async throws {
        try await withDatabase(business: true) { database in
            let up = try await UpProcess(Self.command, on: database)
            _ = try await up.ask("POST", Self.totals, headers + ["Prefer: wait=30"], body: "{}")
            let spans = try Self.lines(of: try await up.stop()).filter { $0["span"] != nil }
            let job = try #require(spans.first { $0["role"] as? String == "consumer" })
            let ofTrace = spans.filter { $0["trace"] as? String == job["trace"] as? String }
            let request = try #require(ofTrace.first { $0["role"] as? String == "server" })
            #expect(request["parent"] == nil)
        }
    }

    @Test(.endsWithTheSuite) func allFiguresAreThereAfterRealWork() async throws {
        try await withDatabase(business: true) { database in
            let up = try await UpProcess(Self.command, on: database)
            let text = try await Self.figuresAfterWork(of: up, on: database)
            let lines = Set(text.split(separator: "\n").map(String.init))
            for line in [
                #"djet_http_requests_total{method="POST",basetype="function",route="/",status="2xx"} 3"#,
                #"djet_queue_jobs_ended_total{queue="default",status="finished"} 3"#,
                #"djet_kind_jobs_ended_total{kind="sales.order-totals",status="finished"} 3"#,
                #"djet_kind_attempts_total{kind="sales.order-totals"} 3"#,
                #"djet_job_run_seconds_count{kind="sales.order-totals"} 3"#,
                #"djet_job_wait_seconds_bucket{queue="default",le="+Inf"} 3"#,
                #"djet_claimed_jobs_total{queue="default"} 3"#, "djet_workers 1",
            ] {
                #expect(lines.contains(line), "\(line)")
            }
            for start in ["djet_rings_total{", "djet_claims_total{", "djet_listener_proof_age_seconds "] {
                #expect(lines.contains { $0.hasPrefix(start) }, "\(start)")
            }
            #expect(!text.contains("/there"), "a path that a client made up is no label")
            // A program has this one if it asks for it.
            let named = Set(MetricHelp.texts.keys).subtracting(["djet_attempt_seconds"])
            #expect(named == Self.names(in: text).filter { $0.hasPrefix("djet_") })
            _ = try await up.stop()
        }
    }

    @Test(
        .endsWithTheSuite,
        .enabled(if: Promtool.isInstalled, "promtool is missing: apt-get install prometheus"))
    func prometheusReadsTheFigures() async throws {
        try await withDatabase(business: true) { database in
            let up = try await UpProcess(Self.command, on: database)
            let text = try await Self.figuresAfterWork(of: up, on: database)
            #expect(try await Promtool.faults(of: ["metrics"], input: text) == "")
            _ = try await up.stop()
        }
    }

    @Test(.endsWithTheSuite) func aWorkerAloneServesItsOwnFigures() async throws {
        try await withDatabase(business: true) { database in
            let scratch = try Scratch()
            let log = try scratch.write("", to: "log")
            let process = try ChildProcess(
                [Run.folder.appending(path: "office").path(percentEncoded: false)]
                    + ["work", "--metrics-port", "0", "--log-format", "json"],
                environment: Run.environment(of: database),
                output: .null, error: .file(try FileHandle(forWritingTo: URL(filePath: log))))
            var address: String?
            try await until(orElse: "the worker serves no figures") {
                // The last line may be half written.
                let lines = (try? Self.lines(of: try scratch.text(of: "log"))) ?? []
                address = lines.compactMap { $0["address"] as? String }.first
                return address != nil
            }
            let curl = try TestProcess(
                "curl", ["--silent", "--fail", try #require(address)], isBuiltHere: false)
            let text = try await curl.text()
            #expect(text.contains("\ndjet_pool_connection_limit 16\n"), "\(text)")
            #expect(!text.contains("djet_jobs{"), "the queue's are the site's")
            process.signal(SIGTERM)
            #expect(await process.exitCode() == 0)
        }
    }

    /// Returns the objects of a log of which each line is one. Throws if one is not.
    private static func lines(of log: String) throws -> [[String: Any]] {
        try log.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(object as? [String: Any], "\(line)")
        }
    }

    /// Runs three jobs, asks for a page that is not there, and returns the figures.
    private static func figuresAfterWork(
        of up: UpProcess, on database: TestDatabase
    ) async throws -> String {
        for _ in 0..<3 { _ = try await up.ask("POST", totals, ["Prefer: wait=30"], body: "{}") }
        _ = try? await up.ask("GET", "/there/is/nothing")
        try await tally(database)
        return try await up.ask("GET", "/metrics")
    }

    /// Has the ended jobs counted, which otherwise happens once their minute is over.
    private static func tally(_ database: TestDatabase) async throws {
        try await database.store.query(
            "update jobmachine.history set finished_at = finished_at - interval '3 minutes'")
        try await database.store.query("select jobmachine.recount()")
        try await database.model().rollUp(patience: .seconds(60))
    }

    private static func names(in text: String) -> Set<String> {
        Set(text.matches(of: #/# TYPE (?<name>\S+) /#).map { String($0.output.name) })
    }
}
