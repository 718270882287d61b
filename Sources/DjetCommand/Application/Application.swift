public import CoreMetrics
public import DjetEngine
public import DjetJobmachine
public import DjetModel

/// A program made of Djet's subcommands and of parts.
///
/// ```swift
/// @main struct Office {
///     static func main() async {
///         await Application(name: "office", parts: [.office]).main()
///     }
/// }
/// ```
public struct Application: Sendable {
    /// The program's name, as it is typed.
    public var name: String
    /// The program's purpose, in one sentence.
    public var abstract: String
    /// The parts, all that the program has beyond Djet itself. `prepare`, SQL and middleware follow their
    /// order.
    public var parts: [Part]
    /// The middleware around each attempt, outside of that of the parts.
    public var middleware: [any JobMiddleware]
    /// The middleware around each offload, outside of that of the parts.
    public var offloadMiddleware: [any OffloadMiddleware]
    /// The destination of the program's metrics: `/metrics` unless told otherwise.
    public var metrics: any MetricsFactory

    /// Creates a program with Djet's subcommands.
    public init(
        name: String, abstract: String = "Calls business functions now, or offloads them to a worker.",
        parts: [Part], middleware: [any JobMiddleware] = [],
        offloadMiddleware: [any OffloadMiddleware] = [], metrics: any MetricsFactory = MetricsRegistry()
    ) {
        self.name = name
        self.abstract = abstract
        self.parts = parts
        self.middleware = middleware
        self.offloadMiddleware = offloadMiddleware
        self.metrics = metrics
    }

    /// The running program. It is task-local since the parser creates the commands, which take no arguments.
    @TaskLocal static var current = Application(name: "djet", parts: [])
}
