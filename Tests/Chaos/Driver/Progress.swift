import DjetStore

/// Prints the progress of a run every few seconds, and notes the process of each worker.
struct Progress: Sendable {
    private static let interval = 5

    let stage: Stage

    init(_ stage: Stage) {
        self.stage = stage
    }

    func tell() async {
        let begin = ContinuousClock.now
        var second = 0
        while !Task.isCancelled {
            try? await Task.sleep(until: begin + .seconds(second + 1))
            second += 1
            // A worker may not live for long, so this happens often.
            await stage.noteWorkers()
            guard second.isMultiple(of: Self.interval), !Task.isCancelled else { continue }
            say("  \(Self.clock(second))  \(await figures)  \(stage.log.summary)")
        }
    }

    private var figures: String {
        get async {
            struct Look: Decodable, Sendable { var live, ended, refused: Int }
            let look = try? await stage.store.first(
                """
                select
                  (select count(*) from jobmachine.job) as live,
                  (select count(*) from jobmachine.history) as ended,
                  (select coalesce(sum(amount), 0)::bigint from jobmachine.refusal) as refused
                """, as: Look.self)
            guard let look else { return "the servers do not answer" }
            return "\(look.ended) jobs ended, \(look.live) live, \(look.refused) stale writes refused;"
        }
    }

    /// Returns a time as `2:05`.
    private static func clock(_ seconds: Int) -> String {
        let rest = seconds % 60
        return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}
