import ArgumentParser
import DjetJSON
import DjetModel

/// The commands for jobs.
struct JobsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "jobs", "Lists, shows, awaits, cancels, retries and deletes jobs, and counts those of a group.",
            examples: ["jobs list --status error", "jobs show default.42"],
            subcommands: [
                JobsListCommand.self, JobsShowCommand.self, JobsWaitCommand.self, JobsCancelCommand.self,
                JobsRetryCommand.self, JobsDeleteCommand.self, JobsGroupCommand.self,
            ])
    }
}

/// A job's ticket, and the status in which a command left it, or which it had before it was deleted.
struct ChangedJob: Encodable {
    let ticket: TicketID
    let status: JobStatus

    func show(json: Bool, _ sentence: String) throws {
        Terminal.output.line(json ? try JSON.text(of: self) : sentence)
    }
}
