import ArgumentParser
import DjetJSON
import DjetModel

/// Pauses a schedule.
struct SchedulesPauseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "pause", "Pauses a schedule: it makes no jobs until it is resumed. Jobs that it made go on.",
            examples: ["schedules pause letters"])
    }

    @Argument(help: "The schedule's name.") var name: String
    @Flag(help: "Print the schedule as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let (isChanged, schedule) = try await withSession(target) { session in
            _ = try await session.model.schedule(typed: name)
            let isChanged = try await session.model.noting("schedule.pause", name) { model in
                let isChanged = try await model.pauseSchedule(name)
                return (isChanged, ["changed": .flag(isChanged)])
            }
            return (isChanged, try await session.model.schedule(name))
        }
        try schedule.show(json: json, "\(name) \(isChanged ? "is paused." : "was paused already.")")
    }
}
