import ArgumentParser

/// The commands for schedules.
struct SchedulesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "schedules", "Lists, adds, changes, pauses and runs schedules: jobs that come again and again.",
            """
            A part of the program declares schedules, and people add others. Whichever worker of the queue looks first makes \
            the job when it is due.
            """,
            examples: [
                "schedules list",
                "schedules add letters --cron '30 6 * * 1-5' --function mail.send-letters",
                "schedules next letters",
            ],
            subcommands: [
                SchedulesListCommand.self, SchedulesShowCommand.self, SchedulesNextCommand.self,
                SchedulesAddCommand.self, SchedulesChangeCommand.self, SchedulesPauseCommand.self,
                SchedulesResumeCommand.self, SchedulesRunCommand.self, SchedulesResetCommand.self,
                SchedulesRemoveCommand.self,
            ])
    }
}
