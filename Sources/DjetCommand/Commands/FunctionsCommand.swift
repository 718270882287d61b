import ArgumentParser
import DjetJSON
import DjetModel

/// Lists the functions that the program knows, or shows one of them.
struct FunctionsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "functions", "Lists the functions that can be called and offloaded, or shows one.",
            """
            With a name it shows that function: its settings, the types of its arguments and of its result, and the \
            right that it takes to put it at an address of the site. An atomic function runs in one transaction: \
            its effects on the database happen exactly once. A detached one runs at least once. An argument with \
            a question mark may be left out. The functions are the program's own: flags that name a database are \
            accepted, and have no effect.
            """, examples: ["functions", "functions mail.send-letter", "functions --json"])
    }

    @Argument(help: "The function to show (default: a list of all).") var name: String?
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup(visibility: .hidden) var target: DatabaseOptions

    func run() async throws {
        if let name {
            let function = try Application.current.function(named: name)
            return Terminal.output.line(
                json ? try Self.object(of: function).compact : FunctionText(function: function).text)
        }
        let functions = Application.current.functions.sorted { $0.name < $1.name }
        guard json else { return Terminal.output.line(Self.table(of: functions)) }
        Terminal.output.line(JSONTree.array(try functions.map(Self.object)).compact)
    }

    private static func table(of functions: [any ModelFunction.Type]) -> String {
        guard !functions.isEmpty else { return "No functions are registered." }
        var table = Table(header: ["FUNCTION", "QUEUE", "COMMIT", "ARGUMENTS (? MAY BE LEFT OUT)"])
        // A program or a file takes lines of any length.
        table.width = Terminal.output.isInteractive ? Terminal.output.width : nil
        table.rows = functions.map { function in
            [function.name, function.queue, "\(function.commit)", arguments(of: function)]
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
        try object.add("exposedBy", function.exposedBy)
        try object.add("arguments", Schema.of(function).jsonSchema)
        try object.add("result", function.result.jsonSchema)
        return object.tree
    }
}
