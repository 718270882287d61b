import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Users who are confined to tenants, and those who manage them. Tom, an administrator, is confined.
@Suite struct ConfinementTests {
    @Test func sessionsAndTokensKnowTheTenants() async throws {
        try await withPeople { people in
            let tina = try await people.add("tina")
            let request = TokenRequest(purpose: "t", rights: [.view])
            let token = try await people.acting(as: "tina").addToken(request, for: "tina").token
            try await people.model.setTenants(["beta", "acme"], of: "tina")
            let session = try await people.model.session(ofToken: tina.token)
            #expect(session?.user.tenants == ["beta", "acme"], "the first is their own")
            let bearer = try await people.model.bearer(ofToken: token)
            #expect(bearer?.user.tenants == ["beta", "acme"])
            let record = try await people.model.user("tina")
            #expect(record.tenants == ["beta", "acme"])
            #expect(try await people.actions().first == "- user.confine tina")
        }
    }

    @Test func whoIsConfinedTakesOverNobodyWhoSeesMore() async throws {
        try await withTom { people, tom in
            let request = TokenRequest(purpose: "t", rights: [.view])
            for name in ["ada", "gus"] {
                let refused: [(String, @Sendable () async throws -> Void)] = [
                    ("invite", { _ = try await tom.invite(name) }),
                    ("grant", { try await tom.grant(role: "administrator", to: name) }),
                    ("change", { try await tom.changeUser(name, fullName: "Fool") }),
                    ("make a token", { _ = try await tom.addToken(request, for: name) }),
                    ("confine", { try await tom.setTenants(["acme"], of: name) }),
                    ("disable", { try await tom.disableUser(name) }),
                ]
                for (action, attempt) in refused {
                    let error = await #expect(throws: ModelError.self, "\(action)") { try await attempt() }
                    #expect(error?.kind == "forbidden", "\(action) \(name)")
                }
            }
            _ = try await tom.invite("tina")
            try await tom.changeUser("tina", fullName: "Tina")
        }
    }

    @Test func whoIsConfinedAddsNobodyWhoSeesMore() async throws {
        try await withTom { people, tom in
            let same = try await tom.addUser("same")
            #expect(same.tenants == ["acme", "beta"])
            let less = try await tom.addUser("less", tenants: ["beta"])
            #expect(less.tenants == ["beta"])
            let refused: [@Sendable () async throws -> Void] = [
                { try await tom.addUser("more", tenants: ["acme", "gamma"]) },
                { try await tom.setTenants([], of: "tom") },
                { try await tom.setTenants([], of: "tina") },
                { try await tom.setTenants(["beta"], of: "tina") },
            ]
            for attempt in refused {
                let error = await #expect(throws: ModelError.self) { try await attempt() }
                #expect(error?.kind == "forbidden")
            }
            let there = try await people.model.users().map(\.name)
            #expect(!there.contains("more"))
        }
    }

    @Test func anInvitationIsGoodAsLongAsWhoMadeItSeesAllThatItShows() async throws {
        try await withTom { people, tom in
            let link = try await tom.invite("tina")
            let good = try await people.model.invitation(ofToken: link)
            #expect(good?.name == "tina")
            try await people.model.setTenants([], of: "tina")
            let over = try await people.model.invitation(ofToken: link)
            #expect(over == nil)
            let error = await #expect(throws: ModelError.self) {
                _ = try await people.stranger().acceptInvitation(link, password: People.password)
            }
            #expect(error?.kind == "notFound")
        }
    }

    @Test(arguments: ["", " ", "a\nb", String(repeating: "x", count: 61)])
    func aNameThatNoTenantCanHaveIsRefused(name: String) async throws {
        try await withPeople { people in
            let error = await #expect(throws: ModelError.self) {
                try await people.model.setTenants(["acme", name], of: "ada")
            }
            #expect(error?.kind == "invalid", "\(error as Any)")
        }
    }

    @Test(arguments: ["set_tenants('tina', null)", "add_user('ben', tenants => null)", "add_user(null)"])
    func whatIsNullIsRefusedInWords(_ call: String) async throws {
        try await withTom { people, _ in
            let error = await #expect(throws: StoreError.self) {
                try await people.database.store.query(Statement(stringLiteral: "select djet.\(call)"))
            }
            #expect(error?.sqlState?.rawValue == "DJ400", "\(error?.message ?? "")")
        }
    }

    @Test func whoIsConfinedShowsStrangersNothingOfOtherTenants() async throws {
        try await withTom { people, tom in
            try await people.model.declareBasetypes([
                Basetype("directory", title: "Directory", exposedBy: nil),
                Basetype("jobmachine", title: "Jobs", isSingleton: true),
            ])
            try await people.model.plant([
                NodeSeed(
                    "/", "directory", title: "Home", access: [Role.administrator: Set(Right.allCases)]),
                NodeSeed("/jobs", "jobmachine", title: "Jobs"),
                NodeSeed("/open", "directory", title: "Open", access: [Role.everyone: [.view]]),
            ])
            let jobs = try await people.model.id("/jobs")
            let open = try await people.model.id("/open")
            let rule = SetRule(node: jobs, role: Role.everyone, rights: [.view])
            let shown = await refusal { try await tom.call(rule) }
            #expect(shown?.message.contains("you cannot show /jobs to everyone") == true)
            let moved = await refusal { try await tom.moveNode(jobs, under: open) }
            #expect(moved?.kind == "forbidden")
            try await tom.addNode(NodeSeed("/open/more", "directory", title: "More"))
            _ = try await tom.call(SetRule(node: jobs, role: Role.users, rights: [.view]))
            try await people.acting(as: "root").moveNode(jobs, under: open)
            try await tom.removeNode(jobs)
            let added = await refusal {
                try await tom.addNode(NodeSeed("/open/jobs", "jobmachine", title: "Jobs"))
            }
            #expect(added?.kind == "forbidden")
        }
    }

    private func withTom(_ body: (People, _ tom: Model) async throws -> Void) async throws {
        try await withPeople { people in
            try await people.model.addUser("tom", roles: ["administrator"], tenants: ["acme", "beta"])
            try await people.model.addUser("tina", tenants: ["acme"])
            try await people.model.addUser("gus", tenants: ["acme", "gamma"])
            try await body(people, people.acting(as: "tom"))
        }
    }
}
