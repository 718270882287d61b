import ArgumentParser

/// The commands for queues.
struct QueuesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "queues", "Lists, pauses and resumes queues.",
            examples: ["queues list", "queues pause slow"],
            subcommands: [QueuesListCommand.self, QueuesPauseCommand.self, QueuesResumeCommand.self])
    }
}
