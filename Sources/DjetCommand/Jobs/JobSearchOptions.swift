import ArgumentParser
import DjetModel
import Foundation

/// The flags that state a search for jobs.
struct JobSearchOptions: ParsableArguments {
    @Option(help: .field(.queue)) var queue: String?
    @Option(help: .field(.status, choices: JobStatus.allCases.map(\.rawValue)), transform: JobStatus.typed)
    var status: JobStatus?
    @Option(help: .field(.kind)) var kind: String?
    @Option(help: .field(.user)) var user: String?
    @Option(help: .field(.tenant)) var tenant: String?
    @Option(help: .field(.tag)) var tag: String?
    @Option(help: .field(.group, name: "number"), transform: GroupID.typed) var group: GroupID?
    @Option(help: .field(.since, name: "time"), transform: Date.typed) var since: Date?
    @Option(help: .field(.until, name: "time"), transform: Date.typed) var until: Date?

    /// The search that the flags state.
    var search: JobSearch {
        JobSearch(
            queue: queue, status: status, kind: kind, user: user, tenant: tenant, tag: tag, group: group,
            since: since, until: until)
    }

    /// Returns the search. Throws `CommandFailure` for a name that no queue can have.
    func checkedSearch() throws -> JobSearch {
        if let queue { try QueueName.check(queue) }
        return search
    }
}

extension JobStatus {
    /// Returns the status that a typed text names. Throws `ValidationError` if it names none.
    static func typed(_ text: String) throws -> JobStatus {
        guard let status = JobStatus(rawValue: text) else {
            let known = JobStatus.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("“\(text)” is not a status: use one of \(known)")
        }
        return status
    }
}

extension GroupID {
    /// Returns the group that a typed number names. Throws `ValidationError` if it is none.
    fileprivate static func typed(_ text: String) throws -> GroupID {
        guard let id = GroupID(text) else {
            throw ValidationError("“\(text)” is not the number of a group: `jobs group NAME` tells it")
        }
        return id
    }
}

extension ArgumentHelp {
    /// Returns the help of a search's field, with the values that it can have.
    static func field(
        _ field: JobSearch.Field, choices: [String] = [], name: String? = nil
    ) -> ArgumentHelp {
        guard !choices.isEmpty else { return ArgumentHelp(field.meaning, valueName: name) }
        return ArgumentHelp("\(field.meaning.dropLast()): \(choices.joined(separator: ", ")).")
    }
}
