import ArgumentParser
import DjetJSON
import DjetModel

/// Changes a schedule by hand.
struct SchedulesChangeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "change", "Changes a schedule. All that is not given stays as it is.",
            "From then on the declaration of its part changes nothing, until `schedules reset`.",
            examples: [
                "schedules change letters --cron '0 7 * * 1-5'",
                "schedules change letters --queue slow --missed none",
                "schedules change letters --without timeout --without tags",
            ])
    }

    @Argument(help: "The schedule's name.") var name: String
    @OptionGroup var times: ScheduleTimes
    @OptionGroup var options: ScheduleOptions
    @Option(
        help: ArgumentHelp(
            "Take away the tenant, timeout, attempts, expires, tags, note or unique. May be given several times.",
            valueName: "name"),
        transform: Self.removable)
    var without: [ScheduleDraft.Removable] = []
    @Flag(help: "Print the schedule as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        guard draft != ScheduleDraft() else {
            throw ValidationError("there is nothing to change: give --cron, --queue or another flag")
        }
    }

    func run() async throws {
        try options.checkNames()
        let schedule = try await withSession(target) { session in
            let present = try await session.model.schedule(typed: name)
            try options.checkArguments(beside: present)
            return try await session.model.noting("schedule.change", name) { model in
                (try await model.changeSchedule(name, draft), ["values": .list(try draft.names)])
            }
        }
        try schedule.show(json: json, "\(name) is changed.\(schedule.outlook)\(advice(on: schedule))")
    }

    private var draft: ScheduleDraft {
        var draft = options.draft(times)
        draft.removed = Set(without)
        return draft
    }

    private static func removable(_ text: String) throws -> ScheduleDraft.Removable {
        guard let value = ScheduleDraft.Removable(rawValue: text) else {
            let all = ScheduleDraft.Removable.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” is nothing that can be taken away: name one of \(all)")
        }
        return value
    }

    private func advice(on schedule: ScheduleRecord) -> String {
        guard schedule.isChanged, let part = schedule.part else { return "" }
        return """
             Your change wins over the declaration of the part “\(part.onOneLine)” until \
            `\(Application.current.name) schedules reset \(name)`.
            """
    }
}

extension ScheduleDraft {
    /// The names of the values that are given or taken away, for the audit.
    fileprivate var names: [JSONValue] {
        get throws {
            func names(_ value: some Encodable) throws -> [String] {
                guard case .object(let members) = try JSON.tree(of: value) else { return [] }
                return members.map(\.name)
            }
            var given = self
            (given.removed, given.terms) = ([], ScheduleTerms())
            let all = try names(given) + names(terms) + removed.map(\.rawValue)
            return Set(all).subtracting(["removed", "terms"]).sorted().map { .text($0) }
        }
    }
}
