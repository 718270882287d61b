import DjetJSON
import DjetModel

extension NodesEngine {
    static func showNew(_ visit: Visit) async throws -> Reply {
        guard let id = visit.query.integer("under") ?? visit.tree.root?.id else {
            throw ModelError.notFound("there is no root yet")
        }
        let page = try NewNodePage(under: node(id, visit), basetype: visit.query["basetype"], visit)
        return .page("nodes/new", title: "Add a node", page)
    }

    static func add(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: NewNodeForm.self)
        let above = try node(form.under, visit)
        return try await visit.attempt {
            let added = try await visit.model.addNode(seed(form, below: above, visit))
            return .done(visit.path("\(added.id)"), try await page(of: added.id, visit))
        } orShow: { refusal in
            var page = try NewNodePage(under: above, basetype: form.basetype, visit)
            page.keep(form, fault: refusal.detail)
            return .page("nodes/new", title: "Add a node", page)
        }
    }

    private static func seed(_ form: NewNodeForm, below above: Node, _ visit: Visit) throws -> NodeSeed {
        // A slash would put the node under another parent than the one whose rights were checked.
        guard !form.name.utf8.contains(UInt8(ascii: "/")) else {
            throw ModelError.invalid(
                "“\(form.name.beginning(100))” cannot be a node's name: it has a slash; choose the parent node instead"
            )
        }
        let path = (above.path == "/" ? "/" : above.path + "/") + form.name
        let redirect = form.redirectTo.map { Redirect(to: $0, status: form.redirectStatus ?? 308) }
        return NodeSeed(
            path, form.basetype, title: form.title, position: form.position, inMenu: form.inMenu ?? true,
            columns: values(form.columns ?? [:], of: visit.tree.basetypes[form.basetype]).filter {
                $0.value != .null
            },
            redirect: redirect)
    }

    /// Returns typed texts as values of a basetype's columns; unknown columns stay texts.
    static func values(_ texts: [String: String], of basetype: Basetype?) -> [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for (name, text) in texts {
            values[name] = basetype?.column(name)?.value(of: text) ?? .text(text)
        }
        return values
    }
}
