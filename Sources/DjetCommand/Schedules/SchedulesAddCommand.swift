import ArgumentParser
import DjetJSON
import DjetModel

/// Adds a schedule by hand.
struct SchedulesAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "add", "Adds a schedule.",
            """
            Unless told otherwise the zone is UTC, there are no arguments, queue, priority and the rule of unique \
            jobs are the function's own, missed is last, overlap is skip, and the jobs run on behalf of nobody.
            """,
            examples: [
                "schedules add letters --cron '30 6 * * 1-5' --function mail.send-letters",
                "schedules add pings --every '1 hour' --function ping --args '{\"hops\": 9}'",
                "schedules add totals --cron @hourly --function count --unique waiting --otherwise replace",
            ])
    }

    @Argument(help: "The schedule's name.") var name: String
    @OptionGroup var times: ScheduleTimes
    @OptionGroup var options: ScheduleOptions
    @Flag(help: "Print the schedule as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard times.rule != nil else {
            throw ValidationError("the rule is missing: give it by --cron or --every")
        }
        guard options.kind != nil else {
            throw ValidationError("the function is missing: name it by --function")
        }
    }

    func run() async throws {
        try options.checkNames()
        try options.checkArguments()
        let schedule = try await withSession(target) { session in
            try await session.model.noting("schedule.add", name) { model in
                let added = try await model.addSchedule(name, options.draft(times))
                return (added, ["kind": .text(added.kind), "rule": .text(added.rule)])
            }
        }
        try schedule.show(json: json, "\(name) is added.\(schedule.outlook)")
    }
}
