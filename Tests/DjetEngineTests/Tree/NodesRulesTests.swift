import DjetModel
import DjetTestSupport
import Testing

/// The rules at nodes, and the right to set them.
@Suite struct NodesRulesTests {
    @Test func aRuleIsSetAndTakenAwayByForms() async throws {
        try await withNodes { site, model in
            let browser = try await Program.browser("root", roles: [Role.administrator], site)
            let id = try await model.id("/office")
            let set = try await browser.site.ask(
                "POST", "/admin/nodes/\(id)/rules", browser.headers,
                body: "csrf=\(browser.csrf)&role=users&rights=view&rights=use")
            #expect(set.status == 303, "\(set.body)")
            let rules = try await model.rules("/office")
            #expect(rules == ["clerk": [.view, .manage], "users": [.view, .use]])
            let none = try await browser.post("/admin/nodes/\(id)/rules", form: ["role": "users"])
            #expect(none.status == 303)
            let nothing = try await model.rules("/office")["users"]
            #expect(nothing == [])
            let away = try await browser.post("/admin/nodes/\(id)/rules/remove", form: ["role": "users"])
            #expect(away.status == 303)
            let left = try await model.rules("/office")
            #expect(left == ["clerk": [.view, .manage]])
        }
    }

    @Test func everyoneCannotBeMadeAnAdministrator() async throws {
        try await withNodes { site, model in
            let program = try await Program("root", roles: [Role.administrator], site)
            let id = try await model.id("/office")
            let answer = try await program.post(
                "/admin/nodes/\(id)/rules", #"{"role":"everyone","rights":["view","manage"]}"#)
            #expect(answer.status == 422)
            #expect(answer.body.contains("everyone can have the rights view and use only"))
        }
    }

    @Test func whoManagesABranchManagesThatBranchAlone() async throws {
        try await withNodes { site, model in
            let clerk = try await Program("clara", roles: ["clerk"], site)
            let (office, root) = try await (model.id("/office"), model.id("/"))
            let list = try await clerk.get("/admin/nodes")
            #expect(list.body.contains(#""path":"/office""#), "\(list.body)")
            #expect(!list.body.contains(#""path":"/jobs""#))
            let below = try await clerk.post(
                "/admin/nodes", #"{"under":\#(office),"name":"a","basetype":"page","title":"A"}"#)
            #expect(below.status == 200, "\(below.body)")
            let beside = try await clerk.post(
                "/admin/nodes", #"{"under":\#(root),"name":"a","basetype":"page","title":"A"}"#)
            #expect(beside.status == 403)
            for name in ["closed/a", "closed/\u{301}a"] {
                let around = try await clerk.post(
                    "/admin/nodes", #"{"under":\#(office),"name":"\#(name)","basetype":"page","title":"A"}"#)
                #expect(around.status == 422 && around.body.contains("it has a slash"), "\(around.body)")
            }
            let id = try await model.id("/office/a")
            let out = try await clerk.post("/admin/nodes/\(id)/move", #"{"parent":\#(root)}"#)
            #expect(out.status == 403)
            let closed = try await model.id("/office/closed")
            let branch = try await clerk.post("/admin/nodes/\(office)/remove", #"{"branch":true}"#)
            #expect(branch.status == 403, "there is \(closed) in the branch, which is not the clerk's")
        }
    }

    private func withNodes(_ body: (TestSite, Model) async throws -> Void) async throws {
        let seeds = [
            NodeSeed("/office", "directory", title: "Office", access: ["clerk": [.view, .manage]]),
            NodeSeed("/office/closed", "page", title: "Closed", access: ["clerk": [.view]]),
        ]
        try await withDatabase { database in
            try await database.cheapenPasswords()
            let model = database.model()
            try await model.addRole("clerk", title: "Clerks")
            try await withSite(model, seeds: seeds) { site in
                let nodes = try await model.id("/admin/nodes")
                _ = try await model.call(SetRule(node: nodes, role: "clerk", rights: [.view, .manage]))
                _ = try await model.call(
                    SetRule(node: model.id("/office/closed"), role: "clerk", rights: [.view]))
                try await body(site, model)
            }
        }
    }
}

extension Model {
    fileprivate func rules(_ path: String) async throws -> [String: Set<Right>] {
        let tree = try await tree()
        return tree.rules(at: try #require(tree.node(at: path)))
    }
}
