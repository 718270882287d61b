import ArgumentParser
import DjetJSON
import DjetModel
import Foundation

/// Prints the next due times of a rule or a schedule.
struct SchedulesNextCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "next", "Prints the next due times of a schedule, or of a rule before it is added, in UTC.",
            """
            When clocks are set, a fixed time that does not exist comes at the end of the gap, and one that exists twice comes \
            once, at the first; a rule of every hour follows the time that passes.
            """,
            examples: [
                "schedules next letters",
                "schedules next --cron '30 2 * * *' --zone Europe/Copenhagen -n 3",
            ])
    }

    @Argument(help: "The schedule's name. Without one, give --cron or --every.") var name: String?
    @OptionGroup var times: ScheduleTimes
    @Option(
        help: ArgumentHelp(
            """
            The time after which they begin, such as 2026-11-21T20:15:00Z, or 2026-11-21 20:15 in the terminal's time zone \
            (default: now).
            """, valueName: "time"),
        transform: Date.typed)
    var from: Date?
    @Option(name: [.customShort("n"), .long], help: "The number of times, from 1 to 1000.") var count = 5
    @Flag(help: "Print JSON: a list of times.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard (1...1_000).contains(count) else {
            throw ValidationError("--count must be from 1 to 1000 (got \(count))")
        }
        guard (name == nil) != (times.rule == nil) else {
            throw ValidationError("name a schedule, or give a rule by --cron or --every")
        }
        if name != nil, times.zone != nil {
            throw ValidationError("--zone belongs to --cron: a schedule has a zone of its own")
        }
    }

    func run() async throws {
        let dues = try await withSession(target) { try await dueTimes(in: $0.model) }
        guard !dues.isEmpty else {
            throw CommandFailure(.failed, "the rule never comes: check its day and its month")
        }
        Terminal.output.line(
            json ? try JSON.text(of: dues) : dues.map { $0.shortUTC }.joined(separator: "\n"))
    }

    private func dueTimes(in model: Model) async throws -> [Date] {
        if let rule = times.rule {
            return try await model.dueTimes(rule, zone: times.zone ?? "UTC", after: from, count: count)
        }
        let schedule = try await model.schedule(typed: name ?? "")
        return try await model.dueTimes(of: schedule, from: from, count: count)
    }
}

extension Date {
    /// The time in UTC, such as `2026-10-24T00:30Z`; with its seconds unless they are 0.
    var shortUTC: String {
        let clock = Timestamp.text(of: self).prefix { $0 != "." }
        return (clock.hasSuffix(":00") ? clock.dropLast(3) : clock) + "Z"
    }
}
