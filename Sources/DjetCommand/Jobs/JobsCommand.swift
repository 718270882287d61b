import ArgumentParser

/// The commands for jobs.
struct JobsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "jobs", "Lists, shows, cancels and retries jobs.",
            examples: ["jobs list --status error", "jobs show default.42"],
            subcommands: [
                JobsListCommand.self, JobsShowCommand.self, JobsCancelCommand.self, JobsRetryCommand.self,
            ])
    }
}
