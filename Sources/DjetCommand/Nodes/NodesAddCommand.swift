import ArgumentParser
import DjetJSON
import DjetModel

/// Adds a node.
struct NodesAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .named(
            "add", "Adds a node; its parent must exist.",
            "`migrate`, and each start of the site, stores its basetypes in the database.",
            examples: [
                "nodes add /about page --title About --column body='We sell things.'",
                "nodes add /office directory --title Office --allow everyone= --allow users=view,use",
                "nodes add /old page --title Old --redirect /about",
            ])
    }

    @Argument(help: "The path: /parent/name.") var path: String
    @Argument(help: "The basetype, such as page.") var basetype: String
    @Option(help: "The title.") var title: String
    @Option(help: "The position among its siblings (default: last).") var position: Int?
    @Flag(help: "Leave it out of menus.") var hidden = false
    @Option(
        name: .customLong("column"),
        help: ArgumentHelp("A column's value. May be given several times.", valueName: "name=value"),
        transform: Assignment.column)
    var columns: [Assignment] = []
    @Option(
        name: .customLong("allow"),
        help: ArgumentHelp(
            "A role's rights there and below: view, use, operate, signal, arguments, manage; empty for none.",
            valueName: "role=rights"),
        transform: Assignment.rule)
    var rules: [Assignment] = []
    @Option(help: ArgumentHelp("Redirect visitors to this path or URL.", valueName: "path")) var redirect:
        String?
    @Option(help: "With --redirect: the status, 301, 302, 307 or 308 (default: 308).")
    var redirectStatus: Int?
    @Flag(help: "Print the node as JSON.") var json = false
    @OptionGroup(title: "Database") var target: DatabaseOptions

    func validate() throws {
        if redirectStatus != nil, redirect == nil {
            throw ValidationError("--redirect-status needs --redirect")
        }
    }

    func run() async throws {
        let access = try access
        let line = try await withSession(target) { session in
            let basetype = try await session.model.tree().basetype(typed: basetype)
            let node = try await session.model.addNode(
                NodeSeed(
                    path, self.basetype, title: title, position: position, inMenu: !hidden,
                    columns: try columns(of: basetype, session.model.functions), access: access,
                    redirect: redirect.map { Redirect(to: $0, status: redirectStatus ?? 308) }))
            return ListedNode(node, try await session.model.tree())
        }
        try line.show(json: json, "\(line.path) is added.")
    }

    private func columns(of basetype: Basetype, _ functions: Functions) throws -> [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for column in columns {
            let known = try basetype.column(typed: column.name)
            let value = known.value(of: column.text)
            if known.type == .function { try check(value, functions) }
            values[column.name] = value
        }
        try checkRequired(of: basetype, among: values)
        return values
    }

    /// Throws `CommandFailure` if a column that the basetype needs is not given.
    private func checkRequired(of basetype: Basetype, among values: [String: JSONValue]) throws {
        guard let missing = basetype.columns.first(where: { $0.isRequired && values[$0.name] == nil }) else {
            return
        }
        throw CommandFailure(
            .usage,
            "a \(basetype.name) needs the column “\(missing.name)”: add --column \(missing.name)=VALUE")
    }

    /// Throws `CommandFailure` for a function that this program lacks: its site could not answer there.
    private func check(_ function: JSONValue, _ functions: Functions) throws {
        guard case .text(let name) = function, functions[name] == nil else { return }
        let program = Application.current.name
        throw CommandFailure(
            .usage,
            """
            \(program) has no function “\(name)”\(functions.names.guess(at: name)) \
            `\(program) functions` lists its functions
            """)
    }

    private var access: [String: Set<Right>] {
        get throws {
            var access: [String: Set<Right>] = [:]
            for rule in rules { access[rule.name] = try rule.rights }
            return access
        }
    }
}
