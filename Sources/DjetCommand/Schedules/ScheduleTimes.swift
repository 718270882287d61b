import ArgumentParser

/// The flags that say when the jobs of a schedule come.
struct ScheduleTimes: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The rule: minute, hour, day, month and weekday, such as '30 6 * * 1-5', and a sixth field for seconds if wanted; \
            or @hourly, @daily, @weekly, @monthly or @yearly.
            """, valueName: "rule"))
    var cron: String?

    @Option(
        help: ArgumentHelp("An interval in place of --cron, such as '10 minutes'.", valueName: "interval"))
    var every: String?

    @Option(help: "The time zone of the rule, such as Europe/Copenhagen.") var zone: String?

    /// The rule; nil if none is given.
    var rule: String? { cron ?? every.map { "@every \($0)" } }

    func validate() throws {
        if cron != nil, every != nil {
            throw ValidationError("--cron and --every are both rules: give one of them")
        }
    }
}
