import DjetJSON
import DjetModel
import HTTPTypes

/// A form for a model function, and its submission: two routes at one path.
struct FunctionForm<Function: ModelFunction>: Sendable {
    /// The path below the node.
    let path: RoutePath
    let title: String
    /// The text of the button.
    let button: String
    /// A sentence below the title.
    var lead = ""
    /// The question that a dangerous button asks; empty for others.
    var question = ""
    /// The argument that the `id` in the path gives.
    var argument: String?
    /// The arguments that people do not see, by their paths; a program may send them.
    var hidden: Set<String> = []
    /// True if the form shows all that is known, so that what it leaves empty is emptied.
    var showsAll = false
    /// The least number of rows that a list shows.
    var rows = 5
    /// The number of empty rows behind the lines of a new form.
    var spareRows = 0
    /// The query fields with which a form begins, and the names of the form's fields.
    var beginning: [(query: QueryField, field: String)] = []
    /// Returns the fields that a new form shows.
    var fields: @Sendable (Visit) async throws -> [FormEntry] = { _ in [] }
    /// Returns the delivery of the order that the form is about.
    var delivery: @Sendable (Visit) async throws -> Delivery? = { _ in nil }
    /// The action in the audit.
    let action: String
    /// Returns the target in the audit, if the answer does not tell it.
    var target: (@Sendable (Function) -> String)?
    /// Returns the target in the audit, and the segments of the page that is shown afterwards.
    let done: @Sendable (Function.Output) -> (target: String, page: [String])

    var routes: [Route] {
        [
            Route(
                .get, path, right: .use, "The form: \(title.prefix(1).lowercased())\(title.dropFirst())",
                query: beginning.map(\.query), answer: .open, problems: showsAll ? [409] : []
            ) { visit in
                guard visit.wantsHTML else { return .page("", title: "", schema.jsonSchema) }
                return try await page(visit, try await newFields(visit))
            },
            Route(
                .post, path, title, body: argument == nil ? .value(Function.self) : .open,
                answer: .page(Function.Output.self), action: submit),
        ]
    }

    /// The arguments that are sent.
    var schema: Schema {
        .object(Schema.of(Function.self).fields.filter { $0.name != argument })
    }

    /// The arguments that people see.
    var shown: Schema { schema.without(hidden) }

    private func newFields(_ visit: Visit) async throws -> [FormEntry] {
        let given = beginning.compactMap { query, field in
            visit.query[query.name].map { (name: field, value: $0) }
        }
        return try await fields(visit) + given
    }

    private func page(_ visit: Visit, _ fields: [FormEntry], error: (any Error)? = nil) async throws -> Reply
    {
        let delivery = try await delivery(visit)
        let page = FunctionFormPage(visit, self, fields, delivery, error: error)
        let status = error.map { HTTPResponse.Status(code: Problem($0).status) } ?? .ok
        return .page("forms/form", title: title, page, status: status)
    }

    private func submit(_ visit: Visit) async throws -> Reply {
        do {
            let output = try await called(visit)
            return .done(visit.path(of: done(output).page), output)
        } catch let error as any FinalError where visit.wantsHTML {
            return try await page(visit, visit.form ?? [], error: error)
        }
    }

    private func called(_ visit: Visit) async throws -> Function.Output {
        let submission = try Submission(visit)
        var tree = try await submission.arguments(of: schema, in: visit.model)
        if showsAll, visit.form != nil { tree = schema.clearing(tree) }
        let arguments = withArgument(tree, try argument.map { _ in try visit.id })
        do {
            let function = try JSON.value(Function.self, from: arguments)
            return try await visit.model.transaction { model in
                let output = try await model.call(function)
                try await model.audit(action, target?(function) ?? done(output).target)
                return output
            }
        } catch let error as DecodingError {
            throw FieldErrors(error)
        }
    }

    private func withArgument(_ tree: JSONTree, _ id: Int?) -> JSONTree {
        guard let argument, let id, case .object(let members) = tree else { return tree }
        return .object(members + [.init(name: argument, value: .word("\(id)"))])
    }
}

/// A field of a form: its name and its value.
typealias FormEntry = (name: String, value: String)
