import ArgumentParser
import DjetJSON
import DjetModel

/// Shows one schedule with all its data.
struct SchedulesShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "show", "Shows a schedule, its next five times, and its declaration if a person chose otherwise.",
            examples: ["schedules show letters", "schedules show letters --json"])
    }

    @Argument(help: "The schedule's name.") var name: String
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let (schedule, dues) = try await withSession(target) { session in
            let schedule = try await session.model.schedule(typed: name)
            return (schedule, try await session.model.dueTimes(of: schedule, count: 5))
        }
        guard json else { return Terminal.output.line(schedule.text(dues)) }
        var object = try schedule.object
        try object.add("due", dues)
        Terminal.output.line(object.tree.compact)
    }
}
