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
    /// The name of the query field with which a form begins, and that of the form's field.
    var beginning: (query: QueryField, field: String)?
    /// Returns the fields that a new form shows.
    var fields: @Sendable (Visit) async throws -> [FormEntry] = { _ in [] }
    /// Returns the delivery of the order that the form is about.
    var delivery: @Sendable (Visit) async throws -> Delivery? = { _ in nil }
    /// The action in the audit.
    let action: String
    /// Returns the target in the audit, and the segments of the page that is shown afterwards.
    let done: @Sendable (Function.Output) -> (target: String, page: [String])

    var routes: [Route] {
        [
            Route(
                .get, path, right: .use, "The form: \(title.prefix(1).lowercased())\(title.dropFirst())",
                query: beginning.map { [$0.query] } ?? [], answer: .open
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

    private func newFields(_ visit: Visit) async throws -> [FormEntry] {
        let fields = try await fields(visit)
        guard let beginning, let value = visit.query[beginning.query.name] else { return fields }
        return fields + [(beginning.field, value)]
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
        let arguments = withArgument(
            try await submission.arguments(of: schema, in: visit.model),
            try argument.map { _ in try visit.id })
        do {
            let function = try JSON.value(Function.self, from: arguments)
            return try await visit.model.transaction { model in
                let output = try await model.call(function)
                try await model.audit(action, done(output).target)
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
