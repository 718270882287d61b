/// The exit status of a command. From 64 to 78 they are those of `sysexits.h`.
package enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case failed = 1
    case cancelled = 2
    case unknownJob = 3
    case usage = 64
    case noInput = 66
    case unavailable = 69
    case parts = 70
    case cannotWrite = 73
    case configuration = 78
    case interrupted = 130

    /// The meaning of the status, for the help.
    var meaning: String {
        switch self {
        case .done: "done"
        case .failed:
            "the function or its job failed or achieved nothing, the request was refused, or a fault is there"
        case .cancelled: "the awaited job was cancelled"
        case .unknownJob: "the job does not exist"
        case .usage: "the command line is wrong, such as an unknown function or arguments that do not fit"
        case .noInput: "an input file is missing or cannot be read"
        case .unavailable: "the database cannot be reached, or its server does not start"
        case .parts: "two parts of the program claim the same name; its author must rename one"
        case .cannotWrite: "the output folder cannot be written"
        case .configuration:
            "a setting is invalid, the port is in use, the database is not migrated, or a pooler shares its sessions"
        case .interrupted: "interrupted before the end"
        }
    }

    /// All statuses, one per line.
    static var table: String {
        let lines = allCases.map { $0.meaning.hanging(behind: "  \($0.rawValue)".padded(to: 7)) }
        return lines.joined(separator: "\n")
    }
}
