import ArgumentParser
import DjetModel

/// Resumes a paused queue.
struct QueuesResumeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "resume", "Resumes a paused queue, and wakes its workers.",
            examples: ["queues resume slow"])
    }

    @Argument(help: "The queue's name.") var queue: String
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let isChanged = try await withSession(target) { try await $0.model.resume(queue) }
        Terminal.output.line("\(queue) \(isChanged ? "goes on." : "was not paused.")")
    }
}
