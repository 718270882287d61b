import ArgumentParser
import DjetJSON
import DjetModel

/// Makes a job of a schedule now.
struct SchedulesRunCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "run", "Makes a job of a schedule now, even if it is paused, and prints its ticket.",
            "The next time stays as it is.",
            examples: ["schedules run letters"])
    }

    @Argument(help: "The schedule's name.") var name: String
    @Flag(help: "Print JSON: {\"ticket\": …}.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let (ticket, doubt) = try await withSession(target) { session in
            _ = try await session.model.schedule(typed: name)
            let ticket = try await session.model.noting("schedule.run", name) { model in
                let ticket = try await model.runSchedule(name)
                return (ticket, ["job": .text("\(ticket)")])
            }
            return (ticket, await session.model.doubt(about: ticket))
        }
        Terminal.output.line(json ? try JSON.text(of: ["ticket": ticket]) : "\(ticket)")
        if let doubt { Terminal.error.line(doubt) }
    }
}
