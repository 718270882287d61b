import DjetModel
import Logging

/// A log handler that logs to the program's log, and also writes lines of the job's log. Of jobs that are
/// done together each has all lines.
struct JobLogHandler: LogHandler {
    private var base: any LogHandler
    private var lineLevel: Logger.Level
    private let reporters: [JobReporter]

    /// Makes a line of everything that the program logs anyway, and of everything from `info` on.
    init(_ base: any LogHandler, _ reporters: [JobReporter]) {
        self.base = base
        self.reporters = reporters
        lineLevel = min(base.logLevel, .info)
    }

    /// The finer of the two levels. Setting it sets both.
    var logLevel: Logger.Level {
        get { min(base.logLevel, lineLevel) }
        set {
            base.logLevel = newValue
            lineLevel = newValue
        }
    }

    var metadata: Logger.Metadata {
        get { base.metadata }
        set { base.metadata = newValue }
    }

    var metadataProvider: Logger.MetadataProvider? {
        get { base.metadataProvider }
        set { base.metadataProvider = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { base[metadataKey: key] }
        set { base[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) {
        if event.level >= base.logLevel { named.log(event: event) }
        guard event.level >= lineLevel else { return }
        let text = Self.text(of: event)
        for reporter in reporters { reporter.log(event.level.rawValue, text) }
    }

    /// The program's handler with the metadata of the job, or of the first of several. Most jobs log nothing,
    /// so it is added only now.
    private var named: any LogHandler {
        var named = base
        guard let job = reporters.first?.job else { return named }
        named[metadataKey: "job"] = named[metadataKey: "job"] ?? "\(job.ticket)"
        named[metadataKey: "kind"] = named[metadataKey: "kind"] ?? "\(job.kind)"
        named[metadataKey: "attempt"] = named[metadataKey: "attempt"] ?? .stringConvertible(job.attempt)
        if let user = job.user { named[metadataKey: "user"] = named[metadataKey: "user"] ?? "\(user)" }
        if let trace = job.environment.traceID { named[metadataKey: "trace"] = "\(trace)" }
        if reporters.count > 1 { named[metadataKey: "jobs"] = "\(reporters.count)" }
        return named
    }

    /// Returns the message with its own metadata. Metadata that all lines of the job share, such as the
    /// ticket, is not repeated.
    private static func text(of event: LogEvent) -> String {
        var details = event.metadata?.map { "\($0.key)=\($0.value)" }.sorted() ?? []
        if let error = event.error { details.append("error=\(error)") }
        return details.isEmpty ? "\(event.message)" : "\(event.message) (\(details.joined(separator: ", ")))"
    }
}
