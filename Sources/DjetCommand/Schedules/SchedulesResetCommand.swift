import ArgumentParser
import DjetModel

/// Gives a schedule its declaration back.
struct SchedulesResetCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "reset", "Gives a schedule back what its part declares, in place of what was changed by hand.",
            "A pause stays. It exits with status 1 if no part declares the schedule.",
            examples: ["schedules reset letters"])
    }

    @Argument(help: "The schedule's name.") var name: String
    @Flag(help: "Print the schedule as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let schedule = try await withSession(target) { session in
            _ = try await session.model.schedule(typed: name)
            return try await session.model.noting("schedule.reset", name) { model in
                (try await model.resetSchedule(name), [:])
            }
        }
        try schedule.show(json: json, "\(name) is again as its part declares it.\(schedule.outlook)")
    }
}
