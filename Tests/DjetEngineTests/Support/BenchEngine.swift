import DjetEngine
import DjetModel
import DjetStore

/// A workbench: one route for each HTTP feature.
struct BenchEngine: Engine {
    static let basetype = Basetype("bench", title: "Bench")

    struct Thing: Codable, Sendable {
        var name: String
        var size: Int?
    }

    static let seed = NodeSeed(
        "/bench", "bench", title: "Bench",
        access: [Role.everyone: [.view, .use], Role.users: [.view, .use]])

    static let templates = ["bench": "<h1>{{name}}</h1><p>{{number(size)}}</p>"]

    var routes: [Route] {
        [
            Route(.get, "", "A thing", answer: .page(Thing.self)) { _ in
                Self.page(Thing(name: "<b>", size: 1234))
            },
            Route(
                .get, "asked", "The query that was sent",
                query: [
                    QueryField("limit", .integer(1...100), "The maximum number"),
                    QueryField("order", .choice(["up", "down"]), "Which way"),
                    QueryField("since", .time, "The earliest time"),
                ], answer: .page(Thing.self)
            ) { visit in
                Self.page(
                    Thing(
                        name: visit.query["order"] ?? "none",
                        size: visit.query.integer("limit").map { Int($0) }))
            },
            Route(.post, "", "Takes a thing", body: .value(Thing.self), answer: .page(Thing.self)) { visit in
                .done("/bench", try visit.body(as: Thing.self))
            },
            Route(.post, "bytes", "Counts bytes", body: .stream(["text/csv"]), answer: .page(Thing.self)) {
                visit in
                var count = 0
                for try await bytes in visit.bytes { count += bytes.count }
                return Self.page(Thing(name: "bytes", size: count))
            },
            Route(.get, "{id:int}", "A numbered thing", answer: .page(Thing.self)) { visit in
                Self.page(Thing(name: "number", size: Int(try visit.integer("id"))))
            },
            Route(.get, "lingering", "Ends when it is stopped", answer: .page(Thing.self)) { _ in
                try await Task.sleep(for: .seconds(3_600))
                return Self.page(Thing(name: "over"))
            },
            Route(.get, "deaf", "Takes no notice of being stopped", answer: .page(Thing.self)) { _ in
                await Task { try? await Task.sleep(for: .seconds(20)) }.value
                return Self.page(Thing(name: "over"))
            },
            Route(.get, "lasting", "An answer that lasts as long as the client", answer: .events) { visit in
                .events(visit.model.store.listener.rings(on: ["nothing"]), to: visit) { _ in nil }
            },
            Route(.get, "deep/{rest*}", "All the rest", answer: .page(Thing.self)) { visit in
                Self.page(Thing(name: visit.parameters["rest"] ?? ""))
            },
            Route(.get, "broken/{how}", "Fails", answer: .page(Thing.self)) { visit in
                throw Self.failure(visit.parameters["how"] ?? "")
            },
            Route(.post, "operated", right: .operate, "For operators", answer: .page(Thing.self)) { _ in
                Self.page(Thing(name: "operated"))
            },
        ]
    }

    private static func page(_ thing: Thing) -> Reply { .page("bench", title: thing.name, thing) }

    private static func failure(_ how: String) -> any Error {
        struct Secret: Error {}
        return switch how {
        case "invalid": ModelError.invalid("the size is odd")
        case "conflict": ModelError.conflict("it is there already")
        case "unavailable": ModelError.unavailable("the printer is out of paper")
        case "asleep": Snooze(for: .seconds(89.5))
        default: Secret()
        }
    }
}
