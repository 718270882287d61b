import ArgumentParser
import DjetJSON
import DjetModel

/// Pauses a queue.
struct QueuesPauseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "pause", "Pauses a queue: workers claim no more jobs from it. Running jobs go on.",
            examples: ["queues pause slow"])
    }

    @Argument(help: "The queue's name.") var queue: String
    @Flag(help: "Print the queue as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        try QueueName.check(queue)
        let (isChanged, doubt) = try await withSession(target) { session in
            let isChanged = try await session.model.noting("queue.pause", queue) { model in
                let isChanged = try await model.pause(queue)
                return (isChanged, ["changed": .flag(isChanged)])
            }
            return (isChanged, try await session.model.doubt(aboutQueue: queue))
        }
        try ChangedQueue(queue: queue, isPaused: true, isChanged: isChanged)
            .show(json: json, "\(queue) \(isChanged ? "is paused." : "was paused already.")", doubt: doubt)
    }
}
