import DjetCommand
import DjetModel
import Logging

/// A site, and a worker for jobs that talk.
@main
struct Speaker {
    static func main() async {
        let talk = Part("talk", functions: [Speak.self, Hush.self])
        await Application(name: "speaker", parts: [talk]).main()
    }
}

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

/// Says nothing and ends, which shows the cost of draining the line.
struct Hush: ModelFunction {
    static let name = "bench.hush"
    static let queue = "drain"
    static let commit = Commit.detached
    var number: Int

    func run(in model: Model) async throws -> Int { number }
}
