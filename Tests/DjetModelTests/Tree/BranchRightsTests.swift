import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The manager of one branch exposes nothing there that they may not see elsewhere. Clara manages /office and
/// /open.
@Suite struct BranchRightsTests {
    @Test func whatShowsMoreThanItselfTakesTheRightToExposeIt() async throws {
        try await withOffice { people, clara in
            let refused = [
                NodeSeed("/office/o", "orders", title: "Orders"),
                NodeSeed("/office/f", "function", title: "F", columns: ["function": .text(Closed.name)]),
                NodeSeed("/office/g", "function", title: "G", columns: ["function": "unknown.function"]),
                NodeSeed("/page", "page", title: "Not her branch"),
                NodeSeed("/office/o", "orders", title: "Sent on", redirect: Redirect(to: "/office")),
            ]
            for seed in refused {
                let error = await refusal { try await clara.addNode(seed) }
                #expect(error?.kind == "forbidden", "\(seed.path) \(seed.basetype)")
            }
            try await clara.addNode(NodeSeed("/office/page", "page", title: "Page"))
            let free = try await clara.addNode(
                NodeSeed("/office/f", "function", title: "F", columns: ["function": .text(Free.name)]))
            let change = await refusal {
                try await clara.changeNode(free.id, columns: ["function": .text(Closed.name)])
            }
            #expect(change?.kind == "forbidden")
            try await clara.changeNode(free.id, title: "Free")
            try await people.acting(as: "root").addNode(refused[0])
            try await people.model.addNode(refused[2])
        }
    }

    @Test func aRuleGivesNoMoreThanWhoSetsItHasThere() async throws {
        try await withOffice { people, clara in
            let office = try await people.model.id("/office")
            let closed = try await people.model.id("/office/closed")
            let refused: [(String, SetRule)] = [
                ("for everyone", SetRule(node: office, role: Role.everyone, rights: [.view])),
                ("nothing for everyone", SetRule(node: office, role: Role.everyone, rights: [])),
                ("everyone's away", SetRule(node: office, role: Role.everyone, rights: nil)),
                ("for oneself", SetRule(node: office, role: "clerk", rights: [.view, .manage, .operate])),
                ("for another role", SetRule(node: office, role: "sales", rights: [.arguments])),
                ("below, where she does not manage", SetRule(node: office, role: "sales", rights: [.view])),
                (
                    "where she does not manage",
                    SetRule(node: closed, role: "clerk", rights: [.view, .manage])
                ),
                ("a rule away that closes", SetRule(node: closed, role: "users", rights: nil)),
            ]
            for (name, rule) in refused {
                let error = await refusal { try await clara.call(rule) }
                #expect(error?.kind == "forbidden", "\(name)")
            }
            let open = try await people.model.id("/open")
            _ = try await clara.call(SetRule(node: open, role: "sales", rights: [.view, .use]))
            _ = try await clara.call(SetRule(node: office, role: "sales", rights: []))
            _ = try await people.acting(as: "root").call(refused[0].1)
        }
    }

    @Test func aMoveOpensNothingThatItsMoverMayNotExpose() async throws {
        try await withOffice { people, clara in
            let open = try await people.model.id("/open")
            for path in ["/office/orders", "/office/closed"] {
                let id = try await people.model.id(path)
                let error = await refusal { try await clara.moveNode(id, under: open) }
                #expect(error?.kind == "forbidden", "\(path)")
            }
            let closed = try await people.model.id("/office/closed")
            let removal = await refusal { try await clara.removeNode(closed) }
            #expect(removal?.kind == "forbidden")
            let page = try await clara.addNode(NodeSeed("/office/page", "page", title: "Page"))
            try await clara.moveNode(page.id, under: open)
            let branch = await refusal {
                try await clara.removeNode(try await people.model.id("/office"), branch: true)
            }
            #expect(branch?.kind == "forbidden")
        }
    }

    @Test func aTokenMayNoMoreThanItself() async throws {
        try await withOffice { people, _ in
            let root = people.acting(as: "root")
            let narrow = try await root.addToken(
                TokenRequest(purpose: "t", rights: Set(Right.allCases), below: "/office"), for: "root")
            let weak = try await root.addToken(TokenRequest(purpose: "t", rights: [.manage]), for: "root")
            let office = try await people.model.id("/office")
            let orders = await refusal {
                try await root.called(withToken: narrow.id).addNode(
                    NodeSeed("/office/o", "orders", title: "Orders"))
            }
            #expect(orders?.kind == "forbidden")
            let open = await refusal {
                try await root.called(withToken: narrow.id).call(
                    SetRule(node: office, role: Role.everyone, rights: [.view]))
            }
            #expect(open?.kind == "forbidden")
            let rule = await refusal {
                try await root.called(withToken: weak.id).call(
                    SetRule(node: office, role: "sales", rights: [.operate]))
            }
            #expect(rule?.kind == "forbidden")
        }
    }

    private func withOffice(_ body: (People, _ clara: Model) async throws -> Void) async throws {
        try await withPeople { people in
            let functions = people.database.model([Closed.self, Free.self], clock: people.clock)
            try await functions.declareFunctions()
            try await functions.declareBasetypes([
                Basetype("directory", title: "Directory", exposedBy: nil),
                Basetype("page", title: "Page", exposedBy: nil), Basetype("orders", title: "Orders"),
                Basetype(
                    "function", title: "Function",
                    columns: [Column("function", title: "Function", .function, isRequired: true)],
                    exposedBy: nil),
            ])
            try await functions.plant([
                NodeSeed(
                    "/", "directory", title: "Home",
                    access: [
                        Role.everyone: [], Role.users: [.view, .use], Role.administrator: Set(Right.allCases),
                    ]),
                NodeSeed("/office", "directory", title: "Office", access: ["clerk": [.view, .manage]]),
                NodeSeed(
                    "/office/closed", "page", title: "Closed", access: ["clerk": [.view], Role.users: []]),
                NodeSeed(
                    "/office/orders", "orders", title: "Orders",
                    access: ["clerk": [.view, .use, .manage], Role.users: []]),
                NodeSeed(
                    "/open", "directory", title: "Open",
                    access: [Role.everyone: [.view], "clerk": [.view, .use, .manage]]),
            ])
            try await people.add("clara", roles: ["clerk"])
            try await body(people, people.acting(as: "clara"))
        }
    }
}

private struct Closed: ModelFunction {
    static let name = "test.closed"
    func run(in model: Model) async throws -> Nothing { Nothing() }
}

/// Anybody who may see the root may expose it.
private struct Free: ModelFunction {
    static let name = "test.free"
    static let exposedBy = Right.view
    func run(in model: Model) async throws -> Nothing { Nothing() }
}
