import ArgumentParser
import DjetModel

/// Pauses a queue.
struct QueuesPauseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "pause", "Pauses a queue: no worker gets a job from it any more. What runs goes on.",
            examples: ["queues pause slow"])
    }

    @Argument(help: "The queue's name.") var queue: String
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let isChanged = try await withSession(target) { try await $0.model.pause(queue) }
        Terminal.output.line("\(queue) \(isChanged ? "is paused." : "was paused already.")")
    }
}
