import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

/// Programs and browsers manage the tree.
@Suite struct NodesEngineTests {
    @Test func aNodeIsAddedChangedMovedAndRemovedByAProgram() async throws {
        try await withNodes { site, model in
            let program = try await Program("root", roles: [Role.administrator], site)
            let root = try await model.id("/")
            let added = try await program.post(
                "/admin/nodes",
                #"{"under":\#(root),"name":"news","basetype":"page","title":"News","columns":{"body":"Hi"}}"#)
            #expect(added.status == 200, "\(added.body)")
            let id = try await model.id("/news")
            let changed = try await program.post(
                "/admin/nodes/\(id)",
                #"{"title":"Press","redirectTo":"https://example.org/","redirectStatus":302}"#)
            #expect(changed.body.contains(#""title":"Press""#), "\(changed.body)")
            let moved = try await program.post(
                "/admin/nodes/\(id)/move", #"{"parent":\#(try await model.id("/admin")),"name":"press"}"#)
            #expect(moved.body.contains(#""path":"/admin/press""#), "\(moved.body)")
            let node = try #require(try await model.tree().node(id))
            #expect(node.redirect == Redirect(to: "https://example.org/", status: 302))
            #expect(node.columns == ["body": "Hi"])
            let removed = try await program.post("/admin/nodes/\(id)/remove", "{}")
            #expect(removed.body == #"{"path":"/admin/press","removed":1}"#)
            let gone = try await program.get("/admin/nodes/\(id)")
            #expect(gone.status == 404)
            let actions = try await model.auditEntries().map {
                "\($0.userName ?? "-") \($0.action) \($0.target)"
            }
            #expect(
                actions.filter { $0.contains("node.") } == [
                    "root node.remove /admin/press", "root node.move /admin/press", "root node.change /news",
                    "root node.add /news",
                ])
        }
    }

    @Test func aNodeIsAddedChangedMovedAndRemovedByForms() async throws {
        try await withNodes { site, model in
            let browser = try await Program.browser("root", roles: [Role.administrator], site)
            let list = try await browser.get("/admin/nodes")
            #expect(
                list.body.contains("<th scope=\"row\" class=\"level-2\"><a class=\"mono\""), "\(list.body)")
            let kinds = try await browser.get("/admin/nodes/add")
            #expect(kinds.body.contains("basetype=page"))
            #expect(kinds.body.contains("Already exists, at /admin/nodes"))
            let form = try await browser.get(
                "/admin/nodes/add?basetype=page&under=\(try await model.id("/admin"))")
            #expect(form.body.contains("name=\"columns[body]\""))
            let added = try await browser.post(
                "/admin/nodes",
                form: [
                    "basetype": "page", "under": "\(try await model.id("/"))", "name": "news",
                    "title": "News & more", "inMenu": "true", "columns[body]": "Hi\r\n", "redirectTo": "",
                    "redirectStatus": "308",
                ])
            let id = try await model.id("/news")
            #expect(added.status == 303, "\(added.body)")
            #expect(added["location"] == "/admin/nodes/\(id)")
            let page = try await browser.get("/admin/nodes/\(id)")
            #expect(page.body.contains("value=\"News &amp; more\""))
            let changed = try await browser.post(
                "/admin/nodes/\(id)",
                form: ["title": "News", "inMenu": "false", "columns[body]": "", "redirectTo": " "])
            #expect(changed.status == 303, "\(changed.body)")
            let node = try #require(try await model.tree().node(id))
            #expect(node.columns == [:])
            #expect(!node.isInMenu)
            let removed = try await browser.post("/admin/nodes/\(id)/remove", form: [:])
            #expect(removed["location"] == "/admin/nodes", "\(removed.body)")
        }
    }

    @Test func whatIsRefusedIsToldOnTheFormAndNothingTypedIsLost() async throws {
        try await withNodes { site, model in
            let browser = try await Program.browser("root", roles: [Role.administrator], site)
            let answer = try await browser.post(
                "/admin/nodes",
                form: [
                    "basetype": "page", "under": "\(try await model.id("/"))", "name": "admin",
                    "title": "<b>", "columns[body]": "A long text",
                ])
            #expect(answer.status == 409)
            #expect(answer.body.contains("there is a node /admin already"))
            #expect(answer.body.contains("A long text"))
            #expect(answer.body.contains("value=\"&lt;b&gt;\""))
            let nodes = try await model.id("/admin/nodes")
            let kept = try await browser.post("/admin/nodes/\(nodes)/remove", form: [:])
            #expect(kept.status == 409)
            #expect(kept.body.contains("the site needs its nodes"))
            let forged = try await site.ask(
                "POST", "/admin/nodes/\(nodes)/move", browser.headers, body: "name=n")
            #expect(forged.status == 403)
        }
    }

    @Test func theListIsFoundWhereItWasMovedTo() async throws {
        try await withNodes { site, model in
            let browser = try await Program.browser("root", roles: [Role.administrator], site)
            let id = try await model.id("/admin/nodes")
            let moved = try await browser.post(
                "/admin/nodes/\(id)/move", form: ["parent": "\(try await model.id("/"))", "name": "tree"])
            #expect(moved["location"] == "/tree/\(id)", "\(moved.body)")
        }
    }

    @Test func nobodyElseGetsIn() async throws {
        try await withNodes { site, _ in
            let clerk = try await Program("clerk", roles: [], site)
            for path in ["/admin/nodes", "/admin/nodes/add", "/admin/nodes/1"] {
                #expect(try await clerk.get(path).status == 403)
                #expect(try await site.json("GET", path).status == 401)
            }
            #expect(try await clerk.post("/admin/nodes", "{}").status == 403)
        }
    }

    private func withNodes(_ body: (TestSite, Model) async throws -> Void) async throws {
        try await withDatabase { database in
            try await database.cheapenPasswords()
            try await withSite(database.model()) { try await body($0, database.model()) }
        }
    }
}

extension Model {
    func id(_ path: String) async throws -> Node.ID {
        try #require(try await tree().node(at: path)).id
    }
}
