import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct UsersEngineTests {
    @Test func onlyWhoMayManageSeesUsersAndAudit() async throws {
        try await withUserSite { _, site, root, ada in
            for path in ["/admin/users", "/admin/users/ada", "/admin/audit"] {
                let page = try await root.get(path)
                #expect(page.status == 200, "\(path)")
                #expect(try await ada.get(path).status == 403, "\(path)")
                #expect(try await site.json("GET", path).status == 401, "\(path)")
            }
            for path in ["/admin/users", "/admin/users/root/disable", "/admin/users/ada/roles"] {
                #expect(try await ada.post(path, "name=x&roles=administrator").status == 403, "\(path)")
                #expect(try await site.submit(path, "").status == 401, "\(path)")
            }
        }
    }

    @Test func aUserIsAddedInvitedAndComesIn() async throws {
        try await withUserSite { people, site, root, _ in
            let added = try await root.post(
                "/admin/users", "name=bob.b%40example.com&fullName=Bob&roles=administrator")
            #expect(added.status == 303)
            #expect(added["location"] == "/admin/users/bob.b%40example.com")
            let page = try await root.get("/admin/users/bob.b%40example.com")
            #expect(page.body.contains("no password yet"))

            let invited = try await root.post(
                "/admin/users/bob.b%40example.com/invite", "", ["Origin: \(site.address)"])
            #expect(invited.status == 201 && invited["cache-control"] == "no-store")
            let link = try #require(invited.body.firstMatch(of: #/http:\S+?invitation=[\w-]{43}/#))
            #expect(link.output.hasPrefix(site.address + "/sign-in/welcome?invitation="))
            let token = String(link.output.suffix(43))
            let accepted = try await site.submit(
                "/sign-in/welcome", "invitation=\(token)&password=a+good+password")
            #expect(accepted.status == 303)
            let user = try await people.model.user("bob.b@example.com").user
            #expect(user.isAdministrator)
        }
    }

    @Test func theLinkOfWhoDoesNotSayTheAddressIsTheOneThatServes() async throws {
        try await withUserSite { people, site, root, _ in
            let headers = [root.cookie, "Accept: application/json", "X-CSRF-Token: \(root.csrf)"]
            let invited = try await site.ask("POST", "/admin/users/ada/invite", headers)
            #expect(invited.status == 201, "\(invited.body)")
            #expect(invited.body.contains("\"link\":\"\(site.address)/sign-in/welcome?invitation="))
            #expect(invited["referrer-policy"] == "no-referrer")
            let known = try await people.model.siteAddress(on: ProcessInfo.processInfo.hostName)
            #expect(known == site.address, "which the commands know, too")
        }
    }

    @Test func tokensAreRevokedWithTheSessionsOrByThemselves() async throws {
        try await withUserSite { people, _, root, ada in
            let request = TokenRequest(purpose: "t", rights: [.view])
            for _ in 0..<2 { _ = try await people.acting(as: "ada").addToken(request, for: "ada") }
            let page = try await root.get("/admin/users/ada")
            #expect(page.body.contains("Also revoke their 2 API tokens"))
            #expect(try await root.post("/admin/users/ada/sign-out").status == 303)
            let kept = try await people.model.tokens(of: "ada").count
            #expect(kept == 2)
            #expect(try await root.post("/admin/users/ada/sign-out", "revokeTokens=true").status == 303)
            let left = try await people.model.tokens(of: "ada").count
            #expect(left == 0)
            _ = try await people.acting(as: "ada").addToken(request, for: "ada")
            #expect(try await root.post("/admin/users/ada/tokens/revoke").status == 303)
            let none = try await people.model.tokens(of: "ada").count
            #expect(none == 0)
            let actions = try await people.actions()
            #expect(actions.count(where: { $0 == "root token.revoke-all ada" }) == 2)
            _ = ada
        }
    }

    @Test func whatCannotBeAddedIsToldOnThePage() async throws {
        try await withUserSite { _, site, root, _ in
            let taken = try await root.post("/admin/users", "name=ada&fullName=%3Cscript%3E")
            #expect(taken.status == 409)
            #expect(taken.body.contains("there is a user “ada” already"))
            #expect(taken.body.contains("&lt;script&gt;") && !taken.body.contains("<script>"))
            let bad = try await root.post("/admin/users", "name=a%0d%0aSet-Cookie:+x=y")
            #expect(bad.status == 422 && bad["set-cookie"] == nil)
            let missing = try await root.post("/admin/users", "")
            #expect(missing.status == 422)
            let unknown = try await root.get("/admin/users/nobody")
            #expect(unknown.status == 404)
            let field = try await root.post("/admin/users", "name=x&isAdministrator=true")
            #expect(field.status == 422)
            _ = site
        }
    }

    @Test func rolesAreSetAsAWhole() async throws {
        try await withUserSite { people, _, root, _ in
            try await people.model.addRole("clerk")
            try await people.model.addRole("packer")
            #expect(try await root.post("/admin/users/ada/roles", "roles=clerk&roles=packer").status == 303)
            #expect(try await people.model.user("ada").user.grantedRoles == ["clerk", "packer"])
            #expect(try await root.post("/admin/users/ada/roles", "roles=nonsense").status == 404)
            #expect(try await people.model.user("ada").user.grantedRoles == ["clerk", "packer"])
            #expect(try await root.post("/admin/users/ada/roles", "").status == 303)
            #expect(try await people.model.user("ada").user.grantedRoles.isEmpty)
        }
    }

    @Test func tenantsAreSetAsAWhole() async throws {
        try await withUserSite { people, site, root, ada in
            let path = "/admin/users/ada/tenants"
            let set = try await root.post(path, "tenants[]=beta&tenants[]=acme&tenants[]=+&tenants[]=")
            #expect(set.status == 303, "\(set.body)")
            #expect(try await people.model.user("ada").tenants == ["beta", "acme"], "the first is their own")
            #expect(try await people.actions().first == "root user.confine ada")
            let page = try await root.get("/admin/users/ada")
            #expect(page.body.contains(#"name="tenants[]" value="beta""#))
            let long = String(repeating: "x", count: 61)
            let refused = try await root.post(path, "tenants[]=\(long)")
            #expect(refused.status == 422 && refused.body.contains("at most 60 characters"))
            #expect(try await ada.post(path, "tenants[]=acme").status == 403)
            #expect(try await site.submit(path, "").status == 401)
            #expect(try await root.post(path, "tenants[]=").status == 303)
            #expect(try await people.model.user("ada").tenants.isEmpty)
        }
    }

    @Test func theLastAdministratorStays() async throws {
        try await withUserSite { _, _, root, _ in
            let disabled = try await root.post("/admin/users/root/disable")
            #expect(disabled.status == 409)
            #expect(disabled.body.contains("the last administrator who can sign in"))
            let stripped = try await root.post("/admin/users/root/roles", "")
            #expect(stripped.status == 409)
            #expect(try await root.isIn)
        }
    }

    @Test func aUserIsPutOutAndLetInAgain() async throws {
        try await withUserSite { people, site, root, ada in
            #expect(try await root.post("/admin/users/ada/sign-out").status == 303)
            #expect(try await !ada.isIn)
            #expect(try await root.post("/admin/users/ada/disable").status == 303)
            #expect(try await root.post("/admin/users/ada/invite").status == 409)
            let page = try await root.get("/admin/users/ada")
            #expect(page.body.contains("disabled") && page.body.contains("/admin/users/ada/enable"))
            #expect(try await root.post("/admin/users/ada/enable").status == 303)
            let back = try await site.submit("/sign-in", SignInEngineTests.right)
            #expect(back.status == 303)
            let actions = try await people.actions()
            #expect(actions.contains("root user.disable ada") && actions.contains("root user.enable ada"))
        }
    }

    @Test func usersAreSearchedFor() async throws {
        try await withUserSite { people, site, root, _ in
            try await people.model.addUser("bob", fullName: "Bob Builder")
            let page = try await root.get("/admin/users?search=BUILD")
            #expect(page.body.contains("/admin/users/bob") && !page.body.contains("/admin/users/ada"))
            let json = try await site.ask(
                "GET", "/admin/users?after=ada", ["Accept: application/json", root.cookie])
            #expect(json.body.contains(#""name":"bob""#) && !json.body.contains(#""name":"ada""#))
        }
    }
}
