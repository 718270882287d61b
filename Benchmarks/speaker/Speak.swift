import DjetModel
import Logging

/// Logs a line now and then.
struct Speak: ModelFunction {
    static let name = "bench.speak"
    static let queue = "talk"
    static let commit = Commit.detached
    var lines: Int
    /// The milliseconds between two lines.
    var pause: Int

    func run(in model: Model) async throws -> Int {
        for number in 0..<lines {
            model.logger.notice("line \(number)")
            try await Task.sleep(for: .milliseconds(pause))
        }
        return lines
    }
}
