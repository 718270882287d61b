import ArgumentParser
import DjetModel
import Foundation

/// The flags that choose many jobs for an action, in place of a ticket.
struct JobFilterOptions: ParsableArguments {
    @Option(help: .field(.queue)) var queue: String?
    @Option(help: .field(.status, choices: JobStatus.allCases.map(\.rawValue)), transform: JobStatus.typed)
    var status: JobStatus?
    @Option(help: .field(.kind)) var kind: String?
    @Option(help: .field(.user)) var user: String?
    @Option(help: .field(.tag)) var tag: String?
    @Option(help: .field(.since, name: "time"), transform: Date.typed) var since: Date?
    @Option(help: .field(.until, name: "time"), transform: Date.typed) var until: Date?
    @Flag(help: "Every job whose status allows it.") var all = false
    @Flag(help: "Change many jobs without a question.") var yes = false

    /// The search that the flags state.
    var search: JobSearch {
        JobSearch(
            queue: queue, status: status, kind: kind, user: user, tag: tag, since: since, until: until)
    }

    func validate() throws {
        guard !all || search == JobSearch() else {
            throw ValidationError("--all means every job: leave it out, or the filters")
        }
    }

    /// Throws `ValidationError` unless there is either a ticket or something that chooses many jobs.
    func check(besides ticket: TicketID?) throws {
        let choosesMany = all || search != JobSearch()
        if ticket != nil, choosesMany {
            throw ValidationError("a ticket names one job, and filters choose many: leave one of them out")
        }
        if ticket == nil, !choosesMany {
            throw ValidationError(
                "no job is named: name a ticket such as slow.42, filters such as --queue slow, or --all")
        }
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

extension ArgumentHelp {
    /// Returns the help of a search's field, with the values that it can have.
    static func field(
        _ field: JobSearch.Field, choices: [String] = [], name: String? = nil
    ) -> ArgumentHelp {
        guard !choices.isEmpty else { return ArgumentHelp(field.meaning, valueName: name) }
        return ArgumentHelp("\(field.meaning.dropLast()): \(choices.joined(separator: ", ")).")
    }
}
