import Foundation

/// How a process ended.
enum Ending: Sendable, Hashable {
    case exit(Int32)
    case signal(Int32)

    init(_ process: Process) {
        let status = process.terminationStatus
        self = process.terminationReason == .exit ? .exit(status) : .signal(status)
    }

    /// Whether it could not reach the database when it began: another try may do better.
    var isGivenUp: Bool { self == .exit(75) }
}
