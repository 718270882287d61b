import DjetJSON
import DjetModel

extension JobmachineEngine {
    var queues: [Route] {
        [
            Route(
                .get, "queues", "The queues by name, with their job counts",
                query: [
                    QueryField("after", .text, "Only queues after this name: the last of the previous page."),
                    QueryField(
                        "limit", .integer(1...Int64(QueuesListing.longest)),
                        "The maximum number of queues (default: \(QueuesListing.longest))."),
                ], answer: .page(QueuesListing.self), action: listQueues),
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
            Route(
                .post, "queues/{queue}/limit", right: .operate,
                "Sets the limits of a queue and those below it, in place of those that it had; an empty form removes them",
                body: .value(QueueLimit.self), answer: .page(QueueLimitChange.self)
            ) { visit in
                let limit = try visit.body(as: QueueLimit.self)
                return try await Self.limit(visit.parameters["queue"] ?? "", to: limit, visit)
            },
            Route(
                .post, "queues", right: .operate,
                "Limits a queue by its name, before it has jobs too, in place of the limits that it had",
                body: .value(NewLimitForm.self), answer: .page(QueueLimitChange.self)
            ) { visit in
                let form = try visit.body(as: NewLimitForm.self)
                return try await Self.limit(form.queue, to: form.checkedLimit(), visit)
            },
        ]
    }

    private func listQueues(_ visit: Visit) async throws -> Reply {
        watch.tally.tend(visit.site.model)
        let limit = visit.query.integer("limit").map { Int($0) } ?? QueuesListing.longest
        let found = try await visit.model.queues(after: visit.query["after"], limit: limit + 1)
        let queues = found.prefix(limit)
        let counts = try await visit.model.jobCounts(of: queues.map(\.name))
        var next: String?
        if found.count > limit, let last = queues.last {
            let limit = visit.query["limit"].map { "&limit=\($0)" } ?? ""
            next = visit.path("queues") + "?after=\(Percent.encoded(last.name))\(limit)"
        }
        let listing = QueuesListing(queues, counts, next: next, visit)
        return .page("jobs/queues", title: "Queues", listing)
    }

    private static func limit(
        _ queue: String, to limit: QueueLimit, _ visit: Visit
    ) async throws -> Reply {
        try await visit.model.transaction { model in
            try await model.limit(queue, to: limit)
            try await model.audit("queue.limit", queue, detail: ["limits": .text(limit.description)])
        }
        return .done(visit.path("queues"), QueueLimitChange(queue: queue, limit: limit.description))
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
