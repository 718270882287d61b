import ArgumentParser
import DjetJSON
import DjetModel

/// Resumes a paused queue.
struct QueuesResumeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "resume", "Resumes a paused queue, and wakes its workers.",
            examples: ["queues resume slow"])
    }

    @Argument(help: "The queue's name.") var queue: String
    @Flag(help: "Print the queue as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        try QueueName.check(queue)
        let (isChanged, doubt) = try await withSession(target) { session in
            let isChanged = try await session.model.noting("queue.resume", queue) { model in
                let isChanged = try await model.resume(queue)
                return (isChanged, ["changed": .flag(isChanged)])
            }
            return (isChanged, try await session.model.doubt(aboutQueue: queue))
        }
        try ChangedQueue(queue: queue, isPaused: false, isChanged: isChanged)
            .show(json: json, "\(queue) \(isChanged ? "is resumed." : "was not paused.")", doubt: doubt)
    }
}
