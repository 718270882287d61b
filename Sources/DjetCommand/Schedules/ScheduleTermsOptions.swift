import ArgumentParser
import DjetModel

/// The flags that set the terms of a schedule's jobs.
struct ScheduleTermsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Cancel a job unless it has begun so long after its due time, such as 90s, 10m, 12h or 7d.",
            valueName: "span"),
        transform: Duration.typed)
    var expires: Duration?

    @Option(
        help: ArgumentHelp(
            "The longest time of an attempt, such as 90s, 10m, 12h or 7d (default: the function's own).",
            valueName: "span"),
        transform: Duration.typed)
    var timeout: Duration?

    @Option(help: "The number of attempts (default: the function's own).") var attempts: Int?

    @Option(help: "A tag by which people find its jobs. May be given several times.") var tag: [String] = []

    @Option(help: "A note for people.") var note: String?

    func validate() throws {
        if let attempts, attempts < 1 {
            throw ValidationError("--attempts must be at least 1 (got \(attempts))")
        }
    }

    /// The terms that are given.
    var chosen: ScheduleTerms {
        ScheduleTerms(timeout: timeout, attempts: attempts, expires: expires, tags: tag, note: note)
    }
}
