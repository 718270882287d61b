import ArgumentParser
import DjetJobmachine

/// The flags of the commands that run a worker.
struct WorkerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The queues, separated by commas; gl.* is gl and all queues below it (default: those of the functions).",
            valueName: "a,b"))
    var queues: String?

    @Option(help: ArgumentHelp("The number of jobs to run at once (default: 10).", valueName: "n"))
    var slots: String?

    @Option(
        help: ArgumentHelp(
            "The time that running jobs have to end after SIGTERM (default: 20).", valueName: "seconds"))
    var grace: String?

    @Option(
        help: ArgumentHelp(
            "The time to keep ended jobs, for all or by status: finished=7,error=90 (default: 14).",
            valueName: "days"))
    var retention: String?

    @Option(
        help: ArgumentHelp(
            "The time a worker may be silent before others get its jobs (default: 180).",
            valueName: "seconds"))
    var lease: String?

    @Option(help: ArgumentHelp("The maximum size of a job's reply (default: 64).", valueName: "MiB"))
    var replyLimit: String?

    /// Returns the settings: flags over environment over defaults. Throws `CommandFailure` for a wrong one.
    func configuration(
        for application: Application, environment: EnvironmentSettings = .process
    ) throws -> WorkerConfiguration {
        let lease = Duration.seconds(
            try NumberSetting.number("lease", lease, environment.lease, 180, in: 3...86_400))
        return WorkerConfiguration(
            queues: try queueNames(environment) ?? application.queues,
            slots: try NumberSetting.number("slots", slots, environment.slots, 10, in: 1...10_000),
            grace: .seconds(
                try NumberSetting.number("grace", grace, environment.grace, 20.0, in: 0...86_400)),
            retention: try RetentionSetting.retention(retention, environment.retention),
            beat: min(lease / 3, .seconds(60)), lease: lease,
            replyLimit: try NumberSetting.number(
                "reply-limit", replyLimit, environment.replyLimit, 64, in: 1...200) << 20)
    }

    private func queueNames(_ environment: EnvironmentSettings) throws -> [String]? {
        guard let text = queues ?? environment.queues else { return nil }
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { String($0.trimmingPrefix { $0 == " " }) }
        guard names.contains(where: { !$0.isEmpty }) else {
            let origin = queues == nil ? EnvironmentSettings.variable(of: "queues") : "--queues"
            throw CommandFailure(
                queues == nil ? .configuration : .usage, "\(origin) names no queue: name one at least")
        }
        for name in names { try QueueName.check(name, mayBeBranch: true) }
        return names
    }
}
