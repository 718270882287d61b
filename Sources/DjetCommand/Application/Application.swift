public import CoreMetrics
public import DjetEngine

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
    /// What it is, in one sentence.
    public var abstract: String
    /// All that it has besides what every program has. The order counts for `prepare` and for SQL.
    public var parts: [Part]
    /// Where its figures go: to `/metrics` unless told otherwise.
    public var metrics: any MetricsFactory

    /// A program with Djet's subcommands.
    public init(
        name: String, abstract: String = "Calls business functions now, or leaves them to a worker.",
        parts: [Part], metrics: any MetricsFactory = MetricsRegistry()
    ) {
        self.name = name
        self.abstract = abstract
        self.parts = parts
        self.metrics = metrics
    }

    /// The program that is running: its commands are types, which nobody can hand anything.
    @TaskLocal static var current = Application(name: "djet", parts: [])
}
