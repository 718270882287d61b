import DjetJSON
import DjetModel
import DjetStore
import Foundation
import Logging
import Tracing

/// Writes the log to standard error as JSON, an object a line.
///
/// It begins with `time`, `level`, `logger` and `message`; the metadata follows, by name. Of a job these are
/// `ticket`, `kind`, `attempt`, `user` and `trace`, the last two if it has them.
struct JSONLogHandler: LogHandler {
    /// The names that metadata has in the log. The members that each line has keep theirs.
    private static let names = [
        "job": "ticket", "time": "time_", "level": "level_", "logger": "logger_", "message": "message_",
    ]
    /// Keeps lines of several threads apart.
    private static let turn = Guarded(())

    private let label: String
    private let write: @Sendable (String) -> Void
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    /// Creates a handler that names the trace in which a line is written.
    init(label: String, write: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardError) {
        self.label = label
        self.write = write
        metadataProvider = Logger.MetadataProvider {
            guard let trace = ServiceContext.current?.traceParent?.traceID else { return [:] }
            return ["trace": "\(trace)"]
        }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadataProvider?.get() ?? [:]
        all.merge(metadata) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error, all["error"] == nil { all["error"] = "\(error)" }
        let head: [(String, JSONValue)] = [
            ("time", .text(Timestamp.text(of: Date()))), ("level", .text(event.level.rawValue)),
            ("logger", .text(label)), ("message", .text("\(event.message)")),
        ]
        let rest = all.sorted { $0.key < $1.key }.map { key, value in
            (Self.names[key] ?? key, Self.value(value))
        }
        let members = (head + rest).compactMap { name, value in
            try? "\(JSON.text(of: name)):\(JSON.text(of: value))"
        }
        write("{\(members.joined(separator: ","))}\n")
    }

    private static func value(_ value: Logger.MetadataValue) -> JSONValue {
        switch value {
        case .string(let text): .text(text)
        case .array(let values): .list(values.map { self.value($0) })
        case .dictionary(let members): .object(members.mapValues { self.value($0) })
        case .stringConvertible(let number as Int): .number(Decimal(number))
        case .stringConvertible(let number as Double): Self.number(number)
        case .stringConvertible(let flag as Bool): .flag(flag)
        case .stringConvertible(let other): .text("\(other)")
        }
    }

    /// Returns a number with the digits that it is shown with; one that is not finite as a text.
    private static func number(_ number: Double) -> JSONValue {
        let text = "\(number)"
        guard number.isFinite, let decimal = Decimal(string: text) else { return .text(text) }
        return .number(decimal)
    }

    /// Writes a line. A log that nobody reads any more stops no program.
    @Sendable static func toStandardError(_ line: String) {
        let stream = FileHandle(fileDescriptor: STDERR_FILENO, closeOnDealloc: false)
        turn.withLock { _ in _ = try? stream.write(contentsOf: Data(line.utf8)) }
    }
}
