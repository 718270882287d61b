import ArgumentParser

/// The commands for queues.
struct QueuesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "queues", "Lists, limits, pauses and resumes queues.",
            examples: ["queues list", "queues pause slow", "queues limit mail --rate 10/s"],
            subcommands: [
                QueuesListCommand.self, QueuesLimitCommand.self, QueuesPauseCommand.self,
                QueuesResumeCommand.self,
            ])
    }
}
