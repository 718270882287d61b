import DjetJSON
import DjetModel

extension JobmachineEngine {
    var queues: [Route] {
        [
            Route(.get, "queues", "The queues and their job counts", answer: .page(QueuesListing.self)) {
                visit in
                watch.tally.tend(visit.site.model)
                async let queues = visit.model.queues()
                async let counts = visit.model.jobCounts()
                let listing = QueuesListing(try await queues, try await counts, visit)
                return .page("jobs/queues", title: "Queues", listing)
            },
            Route(
                .post, "queues/{queue}/pause", right: .operate,
                "Pauses a queue: workers claim no more jobs from it; running jobs go on",
                answer: .page(QueueChange.self)
            ) { visit in
                try await Self.change(visit, "queue.pause", isPaused: true) { try await $0.pause($1) }
            },
            Route(
                .post, "queues/{queue}/resume", right: .operate, "Resumes a paused queue",
                answer: .page(QueueChange.self)
            ) { visit in
                try await Self.change(visit, "queue.resume", isPaused: false) { try await $0.resume($1) }
            },
        ]
    }

    private static func change(
        _ visit: Visit, _ action: String, isPaused: Bool,
        _ body: @Sendable (Model, String) async throws -> Bool
    ) async throws -> Reply {
        let queue = visit.parameters["queue"] ?? ""
        let isChanged = try await visit.model.transaction { model in
            let isChanged = try await body(model, queue)
            try await model.audit(action, queue, detail: ["changed": .flag(isChanged)])
            return isChanged
        }
        let change = QueueChange(queue: queue, isPaused: isPaused, isChanged: isChanged)
        return .done(visit.path("queues"), change)
    }
}
