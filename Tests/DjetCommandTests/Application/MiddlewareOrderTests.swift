import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetCommand
@testable import DjetEngine

/// The middleware that a program's parts bring.
@Suite struct MiddlewareOrderTests {
    struct Named: JobMiddleware, OffloadMiddleware {
        let name: String

        func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
            try await next(model)
        }

        func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID] {
            var offload = offload
            offload.tags.append(name)
            return try await next(offload)
        }
    }

    private func part(_ name: String) -> Part {
        Part(name, middleware: [Named(name: name)], offloadMiddleware: [Named(name: name)])
    }

    @Test func theProgramsOwnComesFirstThenThatOfTheParts() async throws {
        let own = Named(name: "own")
        let program = Application(
            name: "program", parts: [part("a"), part("b")], middleware: [own], offloadMiddleware: [own])
        #expect(program.allMiddleware.map { ($0 as? Named)?.name } == ["own", "a", "b"])
        try await withDatabase { database in
            let model = try program.prepare(database.model(testFunctions))
            let ticket = try await model.offload(Echo(text: "a"))
            let job = try await model.shownJob(ticket.id)
            #expect(job.tags == ["own", "a", "b"])
        }
    }

    @Test func theShippedMetricsTellOutcomesByKind() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let registry = MetricsRegistry()
            try await withWorker(model, middleware: [JobMetrics(factory: registry)]) {
                for text in ["a", "b"] { _ = try await model.offload(Echo(text: text)).value }
                _ = try? await model.offload(Refuse(.model)).value
            }
            let lines = registry.text.split(separator: "\n").map(String.init)
            #expect(lines.contains(#"djet_attempt_seconds_count{kind="test.echo",outcome="finished"} 2"#))
            #expect(lines.contains(#"djet_attempt_seconds_count{kind="test.refuse",outcome="failed"} 1"#))
        }
    }
}
