import DjetJSON
import DjetModel
import HTTPTypes

/// The routes that customers, products and the like share: the list, the form of one, and its submission.
struct GoodsRoutes<Function: ModelFunction>: Sendable {
    /// The folder of the templates.
    let templates: String
    /// The word for one: `customer`.
    let word: String
    /// The route of the list.
    let list: Route
    let find: @Sendable (Visit, String) async throws -> any Encodable & Sendable

    var routes: [Route] {
        [
            list,
            Route(
                .get, "edit", "The form of a \(word), new or by its code",
                query: [QueryField("code", .text, "The exact code; none for a new one")], answer: .open
            ) { visit in
                guard let code = visit.query["code"] else { return page(visit, nil) }
                return page(visit, try JSON.tree(of: try await find(visit, code)).entries())
            },
            Route(
                .post, "", "Creates or changes a \(word)", body: .value(Function.self), answer: .open,
                action: set),
        ]
    }

    private func page(
        _ visit: Visit, _ form: [FormEntry]?, error: (any Error)? = nil
    ) -> Reply {
        let view = GoodsFormPage(
            visit, word, Schema.of(Function.self), hints: Function.hints, form, error: error)
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
        if visit.form != nil { tree = Schema.of(Function.self).clearing(tree) }
        let code = tree["code"]?.text ?? ""
        do {
            let function = try JSON.value(Function.self, from: tree)
            return try await visit.model.transaction { model in
                let output = try await model.call(function)
                try await model.audit("\(word.replacing(" ", with: "-")).set", code)
                return (code, output)
            }
        } catch let error as DecodingError {
            throw FieldErrors(error)
        }
    }
}
