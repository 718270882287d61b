/// The amount of work done per second.
enum Throughput {
    /// Runs `body` over and over in as many tasks as there are clients, and returns the sum of its results
    /// per second.
    ///
    /// - Parameter body: does a piece of work, takes its number, and returns its amount.
    static func of(
        clients: Int, seconds: Int, _ body: @escaping @Sendable (Int) async throws -> Int
    ) async throws -> Double {
        let began = ContinuousClock.now
        let end = began + .seconds(seconds)
        let total = try await withThrowingTaskGroup(of: Int.self) { tasks in
            for _ in 0..<clients {
                tasks.addTask {
                    var (done, number) = (0, 0)
                    while ContinuousClock.now < end {
                        done += try await body(number)
                        number += 1
                    }
                    return done
                }
            }
            return try await tasks.reduce(0, +)
        }
        return Double(total) / (began.duration(to: .now) / .seconds(1))
    }
}
