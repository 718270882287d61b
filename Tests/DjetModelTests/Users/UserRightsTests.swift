import DjetModel
import DjetTestSupport
import Testing

/// Nobody grants, or takes over, rights beyond their own. Helen manages users, Olga operates the jobs.
@Suite struct UserRightsTests {
    @Test func whoManagesUsersTakesOverNobodyWhoMayMore() async throws {
        try await withStaff { people, helen in
            let request = TokenRequest(purpose: "t", rights: [.view])
            _ = try await people.acting(as: "olga").addToken(request, for: "olga")
            let session = try #require(try await people.model.sessions(of: "olga").first?.id)
            let token = try #require(try await people.model.tokens(of: "olga").first?.id)
            let refused: [(String, @Sendable () async throws -> Void)] = [
                ("grant", { try await helen.grant(role: "operator", to: "bob") }),
                ("revoke", { try await helen.revoke(role: "operator", from: "olga") }),
                ("add", { try await helen.addUser("eve", roles: ["operator"]) }),
                ("invite", { _ = try await helen.invite("olga") }),
                ("invite an administrator", { _ = try await helen.invite("root") }),
                ("disable", { try await helen.disableUser("olga") }),
                ("enable", { try await helen.enableUser("olga") }),
                ("change", { try await helen.changeUser("olga", fullName: "Fool") }),
                ("end sessions", { try await helen.endSessions(of: "olga") }),
                ("end a session", { try await helen.endSession(session, of: "olga") }),
                ("revoke tokens", { try await helen.revokeTokens(of: "olga") }),
                ("revoke a token", { try await helen.revokeToken(token, of: "olga") }),
                ("make a token", { _ = try await helen.addToken(request, for: "olga") }),
            ]
            for (name, action) in refused {
                let error = await #expect(throws: ModelError.self, "\(name)") { try await action() }
                #expect(error?.kind == "forbidden", "\(name)")
            }
            let there = try await people.model.users().map(\.name)
            #expect(!there.contains("eve"))
        }
    }

    @Test func whoMayNoMoreThanOneselfIsManaged() async throws {
        try await withStaff { people, helen in
            try await helen.grant(role: "hr", to: "bob")
            try await helen.revoke(role: "hr", from: "bob")
            try await helen.addUser("eve", roles: ["hr"])
            _ = try await helen.invite("bob")
            try await helen.disableUser("bob")
            try await helen.enableUser("bob")
            let eve = try await people.model.user("eve").user
            #expect(eve.grantedRoles == ["hr"])
        }
    }

    @Test func nobodyChangesTheirOwnRoles() async throws {
        try await withStaff { people, helen in
            try await people.add("second", roles: ["administrator"])
            let root = people.acting(as: "root")
            let refused: [@Sendable () async throws -> Void] = [
                { try await helen.grant(role: "hr", to: "helen") },
                { try await helen.grant(role: "administrator", to: "helen") },
                { try await helen.revoke(role: "hr", from: "helen") },
                { try await helen.setRoles(["hr", "operator"], of: "helen") },
                { try await root.grant(role: "hr", to: "root") },
                { try await root.revoke(role: "administrator", from: "root") },
            ]
            for action in refused {
                let error = await #expect(throws: ModelError.self) { try await action() }
                #expect(error?.kind == "forbidden" && error?.message.contains("your own roles") == true)
            }
            try await helen.setRoles(["hr"], of: "helen")
            try await people.model.grant(role: "operator", to: "helen")
            let granted = try await people.model.user("helen").user.grantedRoles
            #expect(granted == ["hr", "operator"], "a command may")
        }
    }

    @Test func anInvitationIsGoodAsLongAsWhoMadeItMayAllThatItGives() async throws {
        try await withStaff { people, helen in
            let link = try await helen.invite("bob")
            let good = try await people.model.invitation(ofToken: link)
            #expect(good?.name == "bob")
            try await people.acting(as: "root").grant(role: "operator", to: "bob")
            let over = try await people.model.invitation(ofToken: link)
            #expect(over == nil)
            let error = await #expect(throws: ModelError.self) {
                _ = try await people.stranger().acceptInvitation(link, password: "a good long password")
            }
            #expect(error?.kind == "notFound")

            try await people.acting(as: "root").revoke(role: "operator", from: "bob")
            let other = try await helen.invite("bob")
            try await people.model.disableUser("helen")
            let orphan = try await people.model.invitation(ofToken: other)
            #expect(orphan == nil, "who invited is disabled")
        }
    }

    @Test func theFirstInvitationTakesTheOldPasswordAway() async throws {
        try await withDatabase { database in
            try await database.cheapenPasswords()
            let model = database.model()
            try await model.addUser("admin")
            let signedIn = try await model.acceptInvitation(
                try await model.invite("admin"), password: "known to helen")
            let link = try #require(try await model.firstInvitation())
            let session = try await model.session(ofToken: signedIn.token)
            #expect(session == nil)
            await #expect(throws: SignInError.refused) {
                _ = try await model.signIn("admin", password: "known to helen")
            }
            let invitation = try await model.invitation(ofToken: link)
            #expect(invitation?.name == "admin")
        }
    }

    private func withStaff(_ body: (People, _ helen: Model) async throws -> Void) async throws {
        try await withPeople { people in
            try await people.model.declareBasetypes(TestTree.basetypes)
            try await people.model.plant([
                NodeSeed(
                    "/", "directory", title: "Home",
                    access: ["everyone": [], "users": [.view], "administrator": Set(Right.allCases)]),
                NodeSeed("/jobs", "jobmachine", title: "Jobs", access: ["operator": [.view, .operate]]),
                NodeSeed("/users", "page", title: "Users", access: ["users": [], "hr": [.view, .manage]]),
            ])
            let staff: [(String, Set<String>)] = [("helen", ["hr"]), ("olga", ["operator"]), ("bob", [])]
            for (name, roles) in staff {
                try await people.add(name, roles: roles)
            }
            try await body(people, people.acting(as: "helen"))
        }
    }
}
