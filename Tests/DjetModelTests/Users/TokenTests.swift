import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct TokenTests {
    private let request = TokenRequest(
        purpose: "Import script", rights: [.view, .use], below: "/sales", days: 30)

    @Test func aTokenActsForItsUserWithinItsLimits() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            let new = try await ada.addToken(request, for: "ada")
            #expect(new.token.hasPrefix("djet_") && new.token.count == 48)
            let bearer = try #require(try await people.model.bearer(ofToken: new.token))
            #expect(bearer.user.name == "ada")
            #expect(bearer.rights == [.view, .use])
            #expect(bearer.below == "/sales")
            #expect(bearer.limit([.view, .manage], at: "/sales/orders") == [.view])
            #expect(bearer.limit([.view], at: "/salesmen").isEmpty)
            let asSession = try await people.model.session(ofToken: String(new.token.dropFirst(5)))
            #expect(asSession == nil)
        }
    }

    @Test func itIsOverInTime() async throws {
        try await withPeople { people in
            let new = try await people.acting(as: "ada").addToken(request, for: "ada")
            people.clock.advance(by: 30 * 86_400 - 1)
            let good = try await people.model.bearer(ofToken: new.token)
            #expect(good != nil)
            people.clock.advance(by: 1)
            let over = try await people.model.bearer(ofToken: new.token)
            #expect(over == nil)
        }
    }

    @Test func itCanBeRevokedByItsUserAlone() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            let new = try await ada.addToken(request, for: "ada")
            await #expect(throws: ModelError.self) { try await ada.revokeToken(new.id, of: "root") }
            try await ada.revokeToken(new.id, of: "ada")
            let bearer = try await people.model.bearer(ofToken: new.token)
            #expect(bearer == nil)
            await #expect(throws: ModelError.self) { try await ada.revokeToken(new.id, of: "ada") }
        }
    }

    @Test func aDisabledUsersTokensAreGone() async throws {
        try await withPeople { people in
            let new = try await people.acting(as: "ada").addToken(request, for: "ada")
            try await people.model.disableUser("ada")
            let disabled = try await people.model.bearer(ofToken: new.token)
            #expect(disabled == nil)
            try await people.model.enableUser("ada")
            let enabled = try await people.model.bearer(ofToken: new.token)
            #expect(enabled == nil)
        }
    }

    @Test func theListTellsItsUseButNotTheToken() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            let new = try await ada.addToken(request, for: "ada")
            let before = try await ada.tokens(of: "ada")
            #expect(before.map(\.usedAt) == [nil])
            _ = try await people.model.bearer(ofToken: new.token)
            let after = try await ada.tokens(of: "ada")
            #expect(after.map(\.usedAt) == [people.clock.now])
            #expect(after.map(\.rights) == [[.use, .view]])
            let text = try await people.database.store.first(
                "select to_jsonb(t)::text from djet.token t", as: String.self)
            #expect(text?.contains(new.token) == false)
        }
    }

    @Test func whatCannotBeATokenIsRefused() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            let requests = [
                TokenRequest(purpose: "x", rights: []), TokenRequest(purpose: "", rights: [.view]),
                TokenRequest(purpose: "x\r\nX: y", rights: [.view]),
                TokenRequest(purpose: "x", rights: [.view], days: 0),
                TokenRequest(purpose: "x", rights: [.view], days: 367),
                TokenRequest(purpose: "x", rights: [.view], below: "sales"),
                TokenRequest(purpose: "x", rights: [.view], below: "/sales/"),
                TokenRequest(purpose: "x", rights: [.view], below: "/a/../b"),
                TokenRequest(purpose: "x", rights: [.view], below: "//a"),
                TokenRequest(purpose: "x", rights: [.view], below: ""),
            ]
            for request in requests {
                let error = await #expect(throws: ModelError.self) {
                    try await ada.addToken(request, for: "ada").id
                }
                #expect(error?.kind == "invalid", "\(request)")
            }
        }
    }

    @Test(arguments: ["", "djet_", "djet_x", "djet_\0", "djet_" + String(repeating: "a", count: 43)])
    func whatIsNoTokenActsForNobody(token: String) async throws {
        try await withPeople { people in
            let bearer = try await people.model.bearer(ofToken: token)
            #expect(bearer == nil)
        }
    }

    @Test func aLimitIsABranchAndNotABeginningOfAName() {
        let user = User(id: 1, name: "ada", fullName: "Ada", roles: [])
        let bearer = Bearer(id: 1, user: user, rights: [.view], below: "/sales")
        let reached = ["/sales", "/sales/", "/sales/orders", "/", "/sale", "/salesx", "/other/sales"].map(
            bearer.reaches)
        #expect(reached == [true, true, true, false, false, false, false])
        #expect(Bearer(id: 1, user: user, rights: [.view], below: nil).reaches("/anything"))
        #expect(Bearer(id: 1, user: user, rights: [.view], below: "/").reaches("/anything"))
    }
}
