import Logging

/// The form of the log.
enum LogFormat: String, CaseIterable {
    /// A line of text for people.
    case text
    /// An object a line, for programs that collect logs.
    case json

    /// All of them, as messages list them.
    static let names = allCases.map(\.rawValue).joined(separator: " or ")

    /// Returns a handler that writes to standard error.
    func handler(_ label: String) -> any LogHandler {
        switch self {
        case .text: StreamLogHandler(label: label, stream: TextLogStream())
        case .json: JSONLogHandler(label: label)
        }
    }
}
