import ArgumentParser
import DjetJSON
import DjetModel

/// Removes a schedule.
struct SchedulesRemoveCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "remove", "Removes a schedule. Its jobs stay.",
            "It exits with status 1 if a part declares the schedule, and would do so again: pause it instead.",
            examples: ["schedules remove letters"])
    }

    @Argument(help: "The schedule's name.") var name: String
    @Flag(help: "Print JSON: {\"removed\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        try await withSession(target) { session in
            _ = try await session.model.schedule(typed: name)
            try await session.model.noting("schedule.remove", name) { model in
                (try await model.removeSchedule(name), [:])
            }
        }
        Terminal.output.line(json ? try JSON.text(of: ["removed": name]) : "\(name) is removed.")
    }
}
