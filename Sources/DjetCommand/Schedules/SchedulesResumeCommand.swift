import ArgumentParser
import DjetModel

/// Resumes a paused schedule.
struct SchedulesResumeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "resume", "Resumes a paused schedule. Times that went by meanwhile are not made up for.",
            examples: ["schedules resume letters"])
    }

    @Argument(help: "The schedule's name.") var name: String
    @Flag(help: "Print the schedule as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let (wasPaused, schedule) = try await withSession(target) { session in
            let before = try await session.model.schedule(typed: name)
            try await session.model.noting("schedule.resume", name) { model in
                (try await model.resumeSchedule(name), [:])
            }
            return (before.pausedAt != nil, try await session.model.schedule(name))
        }
        try schedule.show(
            json: json, "\(name) \(wasPaused ? "is resumed." : "was not paused.")\(schedule.outlook)")
    }
}
