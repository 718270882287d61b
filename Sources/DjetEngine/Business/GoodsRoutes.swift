import DjetJSON
import DjetModel
import HTTPTypes

/// The routes that customers and products share: the list, the form of one, and its submission.
struct GoodsRoutes<Function: ModelFunction, Entry: Codable & Sendable>: Sendable {
    /// The folder of the templates.
    let templates: String
    /// The word for one: `customer`.
    let word: String
    let list: @Sendable (Visit, SearchMark?) async throws -> (entries: [Entry], next: SearchMark?)
    let find: @Sendable (Visit, String) async throws -> any Encodable & Sendable

    var routes: [Route] {
        [
            Route(
                .get, "", "All by code, or what a search finds",
                query: [
                    QueryField("search", .text, "The beginning of what is searched for"),
                    QueryField(
                        "after", .matching(#"^(code|capitals|name|email|vat)\..+$"#, like: "name.A1"),
                        "The next of the previous page"),
                    QueryField("limit", .integer(1...1_000), "The maximum number of entries (default: 50)"),
                ], answer: .page(GoodsPage<Entry>.self)
            ) { visit in
                let found = try await list(visit, visit.query["after"].flatMap(SearchMark.init))
                return .page(
                    "\(templates)/list", title: visit.node.title, GoodsPage(visit, found.entries, found.next))
            },
            Route(
                .get, "edit", "The form of a \(word), new or by its code",
                query: [QueryField("code", .text, "The exact code; none for a new one")], answer: .open
            ) { visit in
                guard let code = visit.query["code"] else { return page(visit, nil) }
                return page(visit, Self.form(of: try JSON.tree(of: try await find(visit, code))))
            },
            Route(
                .post, "", "Creates or changes a \(word)", body: .value(Function.self), answer: .open,
                action: set),
        ]
    }

    private func page(
        _ visit: Visit, _ form: [(name: String, value: String)]?, error: (any Error)? = nil
    ) -> Reply {
        let view = GoodsFormPage(visit, Schema.of(Function.self), hints: Function.hints, form, error: error)
        let title = form?.first { $0.name == "code" }?.value ?? "New \(word)"
        guard let error else { return .page("\(templates)/edit", title: title, view) }
        let status = HTTPResponse.Status(code: Problem(error).status)
        return .page("\(templates)/edit", title: title, view, status: status)
    }

    private func set(_ visit: Visit) async throws -> Reply {
        do {
            let (code, output) = try await saved(visit)
            return .done(visit.path("edit") + "?code=\(Percent.encoded(code))", output)
        } catch let error as any FinalError where visit.wantsHTML {
            return page(visit, visit.form, error: error)
        }
    }

    private func saved(_ visit: Visit) async throws -> (code: String, output: Function.Output) {
        let submission = try Submission(visit)
        var tree = try await submission.arguments(of: Schema.of(Function.self), in: visit.model)
        if visit.form != nil { tree = Self.clearing(tree) }
        let code = tree["code"]?.text ?? ""
        do {
            let function = try JSON.value(Function.self, from: tree)
            return try await visit.model.transaction { model in
                let output = try await model.call(function)
                try await model.audit("\(word).set", code)
                return (code, output)
            }
        } catch let error as DecodingError {
            throw FieldErrors(error)
        }
    }

    /// Names in `clear` what a form has left empty: it shows all that is known.
    private static func clearing(_ tree: JSONTree) -> JSONTree {
        guard case .object(let members) = tree else { return tree }
        let clear = Schema.of(Function.self)["clear"]?.schema.unwrapped
        guard case .array(let element)? = clear, case .string(let text) = element.unwrapped else {
            return tree
        }
        let said = Set(members.filter { $0.value != .null }.map(\.name))
        let empty = text.choices.filter { !said.contains($0) }
        return .object(members + [.init(name: "clear", value: .array(empty.map { .text($0) }))])
    }

    /// Returns the fields of a form that shows a value.
    private static func form(of tree: JSONTree, at path: String = "") -> [(name: String, value: String)] {
        switch tree {
        case .object(let members):
            members.flatMap { form(of: $0.value, at: path.isEmpty ? $0.name : "\(path).\($0.name)") }
        case .array(let elements):
            elements.enumerated().flatMap { form(of: $1, at: "\(path)[\($0)]") }
        case .string: [(path, tree.text ?? "")]
        case .word(let word): word == "null" ? [] : [(path, word)]
        }
    }
}
