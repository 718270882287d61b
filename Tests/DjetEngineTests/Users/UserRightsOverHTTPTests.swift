import DjetModel
import DjetTestSupport
import Testing

/// The limits of a user who may only manage users, in a browser.
@Suite struct UserRightsOverHTTPTests {
    @Test func whoManagesUsersNeitherRisesNorTakesOthersOver() async throws {
        try await withHelen { people, _, helen in
            let refused = [
                ("helen/roles", "roles=hr&roles=administrator"), ("helen/roles", "roles=hr&roles=operator"),
                ("helen/roles", ""), ("ada/roles", "roles=operator"), ("olga/roles", ""), ("olga/invite", ""),
                ("root/invite", ""), ("olga/disable", ""), ("olga/enable", ""), ("olga", "fullName=Fool"),
                ("olga/sign-out", ""), ("olga/sign-out", "revokeTokens=true"), ("olga/tokens/revoke", ""),
            ]
            for (path, form) in refused {
                let answer = try await helen.post("/admin/users/\(path)", form)
                #expect(answer.status == 403, "\(path) \(form): \(answer.status)")
                #expect(!answer.body.contains("invitation="), "\(path)")
            }
            let eve = try await helen.post("/admin/users", "name=eve&roles=operator")
            #expect(eve.status == 403)
            let names = try await people.model.users().map(\.name)
            #expect(!names.contains("eve"))
            let roles = try await people.model.user("helen").user.grantedRoles
            #expect(roles == ["hr"])
        }
    }

    @Test func whoMayNoMoreThanSheIsHersToManage() async throws {
        try await withHelen { people, _, helen in
            for (path, form) in [
                ("ada/roles", "roles=hr"), ("ada/roles", ""), ("ada", "fullName=Ada"), ("ada/sign-out", ""),
                ("helen/roles", "roles=hr"),
            ] {
                let answer = try await helen.post("/admin/users/\(path)", form)
                #expect(answer.status == 303, "\(path): \(answer.body)")
            }
            let own = try await helen.get("/admin/users/helen")
            #expect(own.body.contains("You cannot change your own roles"))
            let page = try await helen.post("/admin/users/helen/roles", "roles=hr&roles=operator")
            #expect(page.body.contains("you cannot change your own roles"))
        }
    }

    @Test func whoIsConfinedConfinesNobodyOtherwise() async throws {
        try await withUserSite { people, site, root, _ in
            let tom = Browser(site, try await people.add("tom", roles: [Role.administrator]))
            try await people.add("tina")
            for name in ["tom", "tina"] {
                let set = try await root.post("/admin/users/\(name)/tenants", "tenants[]=acme&tenants[]=beta")
                #expect(set.status == 303)
            }
            for (name, form) in [
                ("tom", "tenants[]="), ("tom", "tenants[]=acme&tenants[]=gamma"), ("tom", "tenants[]=acme"),
                ("tina", "tenants[]="), ("tina", "tenants[]=acme"), ("root", "tenants[]=acme"),
            ] {
                let refused = try await tom.post("/admin/users/\(name)/tenants", form)
                #expect(refused.status == 403, "\(name) \(form): \(refused.body)")
            }
            for name in ["tom", "tina"] {
                #expect(try await people.model.user(name).tenants == ["acme", "beta"])
            }
            let page = try await tom.get("/admin/users/tina")
            #expect(page.body.contains("You are confined to tenants yourself"))
            #expect(!page.body.contains("/tina/tenants"))
        }
    }

    @Test func whoOnlyManagesUsersConfinesThoseWhoMayNoMore() async throws {
        try await withHelen { people, _, helen in
            let refused = try await helen.post("/admin/users/olga/tenants", "tenants[]=acme")
            #expect(refused.status == 403)
            #expect(try await helen.post("/admin/users/ada/tenants", "tenants[]=acme").status == 303)
            #expect(try await people.model.user("olga").tenants.isEmpty)
            #expect(try await people.model.user("ada").tenants == ["acme"])
        }
    }

    private func withHelen(_ body: (People, TestSite, Browser) async throws -> Void) async throws {
        try await withUserSite { people, site, _, _ in
            try await people.model.addRole("hr")
            let users = try await people.model.id("/admin/users")
            _ = try await people.model.call(SetRule(node: users, role: "hr", rights: [.view, .use, .manage]))
            let helen = try await people.add("helen", roles: ["hr"])
            try await people.add("olga", roles: [Role.operator])
            let browser = Browser(site, helen)
            // The ring that tells the site of the rule may not have arrived yet.
            while try await browser.get("/admin/users").status != 200 {}
            try await body(people, site, browser)
        }
    }
}
