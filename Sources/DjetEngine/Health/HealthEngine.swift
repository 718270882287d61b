import DjetModel
import DjetStore
import HTTPTypes

/// Serves two checks: the process answers, and the database can be reached.
struct HealthEngine: Engine {
    static let basetype = Basetype("health", title: "Health", isSingleton: true)

    /// The answer of a process that lives.
    static let live = #"{"status":"live"}"#

    var routes: [Route] {
        [
            Route(.get, "live", "The liveness of the process", answer: .bytes(MediaName.json)) { _ in
                .text(Self.live, mediaType: MediaName.json)
            },
            Route(
                .get, "ready", "The readiness of the process: the database can be reached",
                answer: .bytes(MediaName.json)
            ) { visit in
                do {
                    try await visit.model.store.query("select 1")
                    return try .json(["status": "ready"])
                } catch is StoreError {
                    throw RequestError(.serviceUnavailable, "the database cannot be reached at present")
                }
            },
        ]
    }
}
