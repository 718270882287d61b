import DjetModel
import DjetStore

/// Stays until it is stopped, and notes its beginning and its end.
struct Stay: ModelFunction {
    /// The beginnings and ends of jobs that stay.
    struct Watch: Sendable {
        let begun: Stamps
        let ended: Stamps

        init(of count: Int) {
            begun = Stamps(of: count)
            ended = Stamps(of: count)
        }
    }

    static let name = "bench.stay"
    static let queue = "bench"
    static let commit = Commit.detached
    static let retry = Retry.never
    var number: Int
    /// True if it waits in the server, false if in its own task.
    var isQuery: Bool

    func run(in model: Model) async throws -> Nothing {
        let watch = try model.service(Watch.self)
        watch.begun.note(number)
        defer { watch.ended.note(number) }
        if isQuery {
            try await model.database.query("select pg_sleep(60)")
        } else {
            try await Task.sleep(for: .seconds(60))
        }
        throw BenchError("nobody has stopped a job that stays")
    }
}
