import ArgumentParser
import DjetJSON
import DjetJobmachine
import DjetModel

/// The flags that say which jobs a schedule makes.
struct ScheduleOptions: ParsableArguments {
    @Option(
        name: .customLong("function"),
        help: ArgumentHelp("The function that its jobs run.", valueName: "name"))
    var kind: String?

    @Option(
        name: [.customLong("args"), .customLong("arguments")],
        help: ArgumentHelp("The function's arguments: a JSON object.", valueName: "json"))
    var arguments: String?

    @Option(help: "The queue that its jobs join.") var queue: String?

    @Option(help: "The priority of its jobs, from 0 (first) to 9.") var priority: Int?

    @Option(
        help: "Times at which no worker was there: make a job for the last of them, for all, or for none.",
        transform: Self.missed)
    var missed: Schedule.Missed?

    @Option(
        help: "A time at which the job before is live: skip it, or allow another job.",
        transform: Self.overlap)
    var overlap: Schedule.Overlap?

    @Option(help: ArgumentHelp("The user on whose behalf its jobs run.", valueName: "name")) var user: String?

    @Option(help: "The tenant on whose behalf its jobs run, besides the user.") var tenant: String?

    @OptionGroup var terms: ScheduleTermsOptions
    @OptionGroup var uniqueness: UniqueOptions

    func validate() throws {
        if let priority, !(0...9).contains(priority) {
            throw ValidationError("--priority must be from 0 to 9 (got \(priority))")
        }
    }

    /// Returns the given values, for the model.
    func draft(_ times: ScheduleTimes) -> ScheduleDraft {
        ScheduleDraft(
            rule: times.rule, zone: times.zone, kind: kind, arguments: arguments, queue: queue,
            priority: priority, missed: missed, overlap: overlap, user: user, tenant: tenant,
            unique: uniqueness.rule, terms: terms.chosen)
    }

    private static func missed(_ text: String) throws -> Schedule.Missed {
        guard let missed = Schedule.Missed(rawValue: text) else {
            throw ValidationError("“\(text)” is none of last, all and none")
        }
        return missed
    }

    private static func overlap(_ text: String) throws -> Schedule.Overlap {
        guard let overlap = Schedule.Overlap(rawValue: text) else {
            throw ValidationError("“\(text)” is neither skip nor allow")
        }
        return overlap
    }
}

/// The checks of what somebody has typed, before it comes up at night.
extension ScheduleOptions {
    /// Throws `CommandFailure` for a name that no queue can have, and for a function that the program lacks.
    func checkNames(of application: Application = .current) throws {
        if let queue { try QueueName.check(queue) }
        let names = Functions(application.functions).names
        guard let kind, !names.contains(kind), !application.handlers.contains(where: { $0.kind == kind })
        else { return }
        throw CommandFailure(
            .usage,
            """
            \(application.name) has no function “\(kind)”\(names.guess(at: kind)) \
            `\(application.name) functions` lists its functions
            """)
    }

    /// Throws `CommandFailure` for arguments that do not fit the function.
    ///
    /// - Parameter present: the schedule that is about to be changed.
    func checkArguments(
        of application: Application = .current, beside present: ScheduleRecord? = nil
    ) throws {
        guard kind != nil || arguments != nil, let name = kind ?? present?.kind else { return }
        let members = try Self.members(of: arguments ?? present?.arguments ?? "{}")
        guard let type = Functions(application.functions)[name] else { return }
        do {
            _ = try FunctionRequest(type: type, arguments: members, files: [])
        } catch let error as ModelError {
            throw CommandFailure(.usage, "\(error)")
        }
    }

    private static func members(of text: String) throws -> [JSONTree.Member] {
        do {
            guard case .object(let members) = try JSONReader.tree(of: text) else {
                throw CommandFailure(
                    .usage,
                    "--args is not a JSON object: write the function's arguments as {\"name\": value}")
            }
            return members
        } catch let problem as JSONProblem {
            throw CommandFailure(.usage, "--args is not JSON: \(problem)")
        }
    }
}
