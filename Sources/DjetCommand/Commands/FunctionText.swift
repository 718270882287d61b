import DjetModel

/// A function for people: its settings, its arguments and its result.
struct FunctionText {
    let function: any ModelFunction.Type

    /// All of it, on lines of at most 79 characters as far as the words allow.
    var text: String {
        var lines = [function.name, ""]
        lines += settings
        lines += ["", "arguments (? may be left out)"]
        lines += Self.lines(of: Schema.of(function), function.hints)
        lines += ["", "result (? may be missing)"]
        lines += Self.lines(of: function.result)
        return lines.joined(separator: "\n")
    }

    private var settings: [String] {
        let rows: [(String, String?)] = [
            ("queue", "\(function.queue), priority \(function.priority)"), ("commit", "\(function.commit)"),
            ("attempts", "\(function.retry.attempts)"), ("timeout", function.timeout?.text ?? "none"),
            ("unique", function.unique?.description),
            ("right", "\(function.exposedBy.rawValue), to put it at an address of the site"),
        ]
        return rows.compactMap { name, value in value?.hanging(behind: "  \(name.padded(to: 10))") }
    }

    /// Returns a line for each field with its type and its hint; one line for a value without fields.
    private static func lines(of schema: Schema, _ hints: [String: String] = [:]) -> [String] {
        let fields = schema.fieldLines
        guard !fields.isEmpty else { return ["  \(schema.words)"] }
        let width = fields.map { $0.path.count + 1 }.max() ?? 0
        return fields.map { field in
            let name = field.path + (field.isOptional ? "?" : "")
            let hint = hints[field.path].map { ". \($0)" } ?? ""
            return "\(field.words)\(hint)".hanging(behind: "  \(name.padded(to: min(width, 30)))  ")
        }
    }
}

extension ModelFunction {
    /// The schema of its output.
    static var result: Schema { Schema.of(Output.self) }
}
