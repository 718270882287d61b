import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

/// The manager of one branch shows nothing there that they may not see, over HTTP.
@Suite struct ExposureTests {
    @Test func aBranchsManagerExposesNoOrdersAndNoFunctions() async throws {
        try await withClerk { site, model, clerk in
            let office = try await model.id("/office")
            for (basetype, columns) in [
                ("orders", "{}"), ("invoices", "{}"), ("export", "{}"), ("import", "{}"),
                ("function", #"{"function":"sales.order-totals"}"#),
            ] {
                let answer = try await clerk.post(
                    "/admin/nodes",
                    #"{"under":\#(office),"name":"x","basetype":"\#(basetype)","title":"X","columns":\#(columns)}"#
                )
                #expect(answer.status == 403, "\(basetype): \(answer.body)")
            }
            let form = try await clerk.get("/admin/nodes/add?under=\(office)")
            #expect(form.body.contains(#""name":"page""#) && !form.body.contains(#""name":"orders""#))
            let refused = try await clerk.get("/admin/nodes/add?under=\(office)&basetype=orders")
            #expect(refused.status == 403)
            let page = try await clerk.post(
                "/admin/nodes", #"{"under":\#(office),"name":"p","basetype":"page","title":"P"}"#)
            #expect(page.status == 200, "\(page.body)")
        }
    }

    @Test func onlyAdministratorsOpenTheirBranchToEveryone() async throws {
        try await withClerk { site, model, clerk in
            let office = try await model.id("/office")
            for rule in [
                #"{"role":"everyone","rights":["view"]}"#, #"{"role":"everyone","rights":[]}"#,
                #"{"role":"clerk","rights":["view","manage","operate"]}"#,
                #"{"role":"users","rights":["arguments"]}"#,
            ] {
                let answer = try await clerk.post("/admin/nodes/\(office)/rules", rule)
                #expect(answer.status == 403, "\(rule): \(answer.body)")
            }
            let away = try await clerk.post("/admin/nodes/\(office)/rules/remove", #"{"role":"everyone"}"#)
            #expect(away.status == 403)
            let root = try await Program("root", roles: [Role.administrator], site)
            let open = try await root.post(
                "/admin/nodes/\(office)/rules", #"{"role":"everyone","rights":["view"]}"#)
            #expect(open.status == 200, "\(open.body)")
        }
    }

    @Test func anAdministratorsTokenGivesNoMoreThanItHas() async throws {
        try await withClerk { site, model, _ in
            let office = try await model.id("/office")
            _ = try await Program("root", roles: [Role.administrator], site)
            let all = TokenRequest(purpose: "t", rights: Set(Right.allCases), below: "/")
            let whole = try await model.addToken(all, for: "root").token
            let some = TokenRequest(purpose: "t", rights: [.view, .manage])
            let manager = try await model.addToken(some, for: "root").token
            let body = #"{"role":"users","rights":["operate"]}"#
            let weak = try await site.json("POST", "/admin/nodes/\(office)/rules", token: manager, body: body)
            #expect(weak.status == 403, "\(weak.body)")
            let strong = try await site.json("POST", "/admin/nodes/\(office)/rules", token: whole, body: body)
            #expect(strong.status == 200, "\(strong.body)")
        }
    }

    private func withClerk(_ body: (TestSite, Model, Program) async throws -> Void) async throws {
        let seeds = [
            NodeSeed("/office", "directory", title: "Office", access: ["clerk": [.view, .manage]])
        ]
        try await withDatabase { database in
            try await database.cheapenPasswords()
            let model = database.model([OrderTotals.self])
            try await withSite(model, engines: Business.engines, seeds: seeds) { site in
                let nodes = try await model.id("/admin/nodes")
                _ = try await model.call(SetRule(node: nodes, role: "clerk", rights: [.view, .use, .manage]))
                let clerk = try await Program("clara", roles: ["clerk"], site)
                // The ring that tells the site of the rule may not have arrived yet.
                while try await clerk.get("/admin/nodes").status != 200 {}
                try await body(site, model, clerk)
            }
        }
    }
}
