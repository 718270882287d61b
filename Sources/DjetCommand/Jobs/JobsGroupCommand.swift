import ArgumentParser
import DjetJSON
import DjetModel

/// Shows the counts of a group, or cancels its jobs.
struct JobsGroupCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "group", "Shows how many jobs of a group have ended, and how.",
            """
            `jobs show` tells the number of a job's group, and `jobs list --group` lists the jobs. Of several groups of a \
            name, it takes the latest.
            """,
            examples: ["jobs group 7", "jobs group close-month --json", "jobs group close-month --cancel"])
    }

    @Argument(help: "The number of the group, or its name.") var group: String
    @Flag(help: "Cancel the jobs that have not ended.") var cancel = false
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func run() async throws {
        let status = try await withSession(target, queueAlone: true) { session in
            let id = try await session.model.group(typed: group)
            if cancel {
                // Many statements, each by itself: the entry comes first, lest a broken one leave none.
                try await session.model.note("group.cancel", "\(id)")
                try await session.model.group(id, of: Nothing.self).cancel()
            }
            return try await session.model.groupStatus(id)
        }
        Terminal.output.line(json ? try JSON.text(of: status) : status.text)
    }
}

extension Model {
    /// Returns the group of a typed number or name. Throws `ModelError.notFound` if no group has the name.
    func group(typed text: String) async throws -> GroupID {
        if let id = GroupID(text) { return id }
        guard let id = try await group(named: text) else {
            throw ModelError.notFound("there is no group “\(text.onOneLine)”")
        }
        return id
    }
}

extension GroupStatus {
    /// The counts as text, for people.
    fileprivate var text: String {
        let facts: [(String, String?)] = [
            ("group", "\(id)"), ("name", name.onOneLine), ("jobs", jobs.grouped),
            ("finished", finished.grouped), ("failed", failed.grouped), ("cancelled", cancelled.grouped),
            ("live", live.grouped), ("within", outerGroup?.description),
            ("then", then.map { "\($0)\(thenStatus.map { " (\($0.rawValue))" } ?? "")" }),
            ("made", madeAt.text), ("ended", endedAt?.text),
        ]
        return facts.compactMap { name, value in value.map { name.padded(to: 12) + $0 } }.joined(
            separator: "\n")
    }
}
