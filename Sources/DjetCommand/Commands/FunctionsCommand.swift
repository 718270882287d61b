import ArgumentParser
import DjetJSON
import DjetModel

/// Lists the functions that the program knows.
struct FunctionsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "functions", "Lists the functions that can be called and offloaded.",
            """
            An atomic function runs in one transaction: its effects on the database happen exactly once. A \
            detached one runs at least once. An argument with a question mark may be left out. The list comes \
            from the program itself: flags that name a database are accepted, and have no effect.
            """, examples: ["functions", "functions --json"])
    }

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup(visibility: .hidden) var target: DatabaseOptions

    func run() async throws {
        let functions = Application.current.functions.sorted { $0.name < $1.name }
        guard json else { return Terminal.output.line(Self.table(of: functions)) }
        Terminal.output.line(JSONTree.array(try functions.map(Self.object)).compact)
    }

    private static func table(of functions: [any ModelFunction.Type]) -> String {
        guard !functions.isEmpty else { return "No functions are registered." }
        var table = Table(header: [
            "FUNCTION", "QUEUE", "PRIORITY", "COMMIT", "ATTEMPTS", "TIMEOUT", "ARGUMENTS (? MAY BE LEFT OUT)",
        ])
        table.numbers = [2, 4]
        table.rows = functions.map { function in
            [
                function.name, function.queue, "\(function.priority)", "\(function.commit)",
                "\(function.retry.attempts)", function.timeout?.text ?? "none",
                arguments(of: function),
            ]
        }
        return table.text
    }

    /// Returns the names of the arguments; an optional one ends with a question mark.
    private static func arguments(of function: any ModelFunction.Type) -> String {
        let names = Schema.of(function).fields.map { $0.isOptional ? "\($0.name)?" : $0.name }
        return names.isEmpty ? "none" : names.joined(separator: " ")
    }

    private static func object(of function: any ModelFunction.Type) throws -> JSONTree {
        var object = JSONObject()
        try object.add("name", function.name)
        try object.add("queue", function.queue)
        try object.add("priority", function.priority)
        try object.add("commit", "\(function.commit)")
        try object.add("attempts", function.retry.attempts)
        try object.add("timeoutSeconds", function.timeout?.seconds)
        try object.add("unique", function.unique?.description)
        try object.add("arguments", Schema.of(function).jsonSchema)
        return object.tree
    }
}
