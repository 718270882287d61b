import ArgumentParser
import DjetJSON
import DjetModel

/// Limits the jobs of a queue.
struct QueuesLimitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "limit",
            """
            Limits how many jobs of a queue, and of those below it, run at once or begin in a time. The limits \
            take the place of those that it had.
            """,
            examples: [
                "queues limit mail --rate 10/s", "queues limit gl --running 3 --per customer 1",
                "queues limit gl --fair customer", "queues limit gl --per :tenant 2",
                "queues limit gl --none",
            ])
    }

    @Argument(help: "The queue's name.") var queue: String

    @Option(
        help: ArgumentHelp("The most jobs that run at once, over all workers.", valueName: "n"),
        transform: Self.count("--running"))
    var running: Int?

    @Option(
        help: ArgumentHelp(
            "The rate at which jobs begin, per s, min, h or d, such as 10/s or '500/h burst 20'.",
            valueName: "rate"),
        transform: Self.rate("--rate"))
    var rate: Rate?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "An argument of the jobs, or :tenant, and how many jobs with the same value of it run at once.",
            valueName: "argument n"))
    var per: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "An argument, or :tenant, and the rate at which jobs with the same value of it begin.",
            valueName: "argument rate"))
    var perRate: [String] = []

    @Option(
        help: ArgumentHelp(
            "An argument, or :tenant, whose values take turns, however many jobs each has. --per and --per-rate imply it.",
            valueName: "argument"))
    var fair: String?

    @Flag(help: "Remove all limits of the queue.") var none = false
    @Flag(help: "Print the queue as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        let limit = try limit()
        guard none == limit.isEmpty else {
            throw ValidationError(
                none
                    ? "--none goes with no limit"
                    : "no limit is named: use --running, --rate, --per, --per-rate or --fair, or --none")
        }
    }

    func run() async throws {
        try QueueName.check(queue)
        let limit = try limit()
        let doubt = try await withSession(target) { session in
            try await session.model.noting("queue.limit", queue) { model in
                (try await model.limit(queue, to: limit), ["limits": .text(limit.description)])
            }
            return try await session.model.doubt(aboutQueue: queue)
        }
        let sentence = limit.isEmpty ? "has no limits." : "is limited: \(limit)."
        try ChangedQueue(queue: queue, limit: limit).show(json: json, "\(queue) \(sentence)", doubt: doubt)
    }

    private func limit() throws -> QueueLimit {
        let (perKey, perCount) = try Self.pair(per, "--per")
        let (rateKey, perRate) = try Self.pair(perRate, "--per-rate")
        let keys = Set([perKey, rateKey, fair].compactMap(\.self))
        guard keys.count <= 1 else {
            throw ValidationError("--per, --per-rate and --fair must name the same argument")
        }
        return QueueLimit(
            running: running, key: keys.first, runningPerKey: try perCount.map(Self.count("--per")),
            rate: rate, ratePerKey: try perRate.map(Self.rate("--per-rate")))
    }

    private static func pair(_ words: [String], _ flag: String) throws -> (key: String?, value: String?) {
        guard !words.isEmpty else { return (nil, nil) }
        guard words.count == 2 else {
            throw ValidationError("\(flag) takes an argument's name and a value, such as \(flag) customer 1")
        }
        return (words[0], words[1])
    }

    private static func count(_ flag: String) -> @Sendable (String) throws -> Int {
        { text in
            guard let count = Int(text), QueueLimit.counts.contains(count) else {
                throw ValidationError("\(flag) must be a number from 1 to 1,000,000 (got “\(text)”)")
            }
            return count
        }
    }

    private static func rate(_ flag: String) -> @Sendable (String) throws -> Rate {
        { text in
            guard let rate = Rate(text) else {
                throw ValidationError(
                    "\(flag) must be a number per s, min, h or d, such as 10/s or '500/h burst 20' (got “\(text)”)"
                )
            }
            return rate
        }
    }
}
