import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct ChangeNodeTests {
    @Test func whatIsNamedChangesAndTheRestStays() async throws {
        try await withTree { _, model in
            let id = try await model.id("/office/news")
            _ = try await model.changeNode(id, columns: ["body": "Text", "subtitle": "Sub"])
            let changed = try await model.changeNode(
                id, title: "Press", inMenu: false, columns: ["subtitle": .null],
                redirect: Redirect(to: "https://example.org/press", status: 302))
            #expect(changed.title == "Press")
            #expect(!changed.isInMenu)
            #expect(changed.columns == ["body": "Text"])
            #expect(changed.redirect == Redirect(to: "https://example.org/press", status: 302))
            let back = try await model.call(ChangeNode(node: id, redirectTo: ""))
            #expect(back.redirect == nil)
            #expect(back.title == "Press")
        }
    }

    @Test(arguments: ["", "two\nlines", String(repeating: "a", count: 201)])
    func aTitleIsOneLine(title: String) async throws {
        try await withTree { _, model in
            let error = await refusal { try await model.changeNode(model.id("/office"), title: title) }
            #expect(error == .invalid("a node's title must have 1 to 200 characters, all on one line"))
        }
    }

    @Test func numbersOutOfRangeAreRefused() async throws {
        try await withTree { _, model in
            let id = try await model.id("/office")
            for position in [-1, 1_000_001, Int.max] {
                let error = await refusal { try await model.call(ChangeNode(node: id, position: position)) }
                #expect(error == .invalid("a node's position must be a number from 0 to 1000000"))
            }
            let status = await refusal {
                try await model.changeNode(id, redirect: Redirect(to: "/nodes", status: 200))
            }
            #expect(status?.message.contains("status 200: use 301, 302, 307 or 308") == true)
            for address in ["/office", "/office/", "/office?a=b", "/office/#a"] {
                let itself = await refusal { try await model.changeNode(id, redirect: Redirect(to: address)) }
                #expect(itself == .invalid("/office cannot redirect to itself"))
            }
        }
    }

    @Test func everyChangeRingsOnceWhenItIsCommitted() async throws {
        try await withTree { database, model in
            let id = try await model.id("/office")
            var rings = database.store.listener.rings(on: [Tree.channel]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            _ = try await model.moveNode(id, name: "bureau")
            #expect(await rings.next() == .rang(channel: Tree.channel))
            _ = try await model.call(SetRule(node: id, role: "users", rights: [.view]))
            #expect(await rings.next() == .rang(channel: Tree.channel))
            _ = try await model.removeNode(id, branch: true)
            #expect(await rings.next() == .rang(channel: Tree.channel))
        }
    }
}
