import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct SetRuleTests {
    @Test func aRuleIsSetChangedAndTakenAway() async throws {
        try await withTree { _, model in
            let id = try await model.id("/office")
            _ = try await model.call(SetRule(node: id, role: "clerk", rights: [.view, .use]))
            _ = try await model.call(SetRule(node: id, role: "clerk", rights: []))
            let rules = try await model.tree().entry(id)
            #expect(rules == ["clerk": []])
            _ = try await model.call(SetRule(node: id, role: "clerk", rights: nil))
            let none = try await model.tree().entry(id)
            #expect(none == [:])
        }
    }

    @Test(arguments: [Right.operate, .arguments, .manage])
    func everyoneCannotBeGivenMoreThanViewAndUse(right: Right) async throws {
        try await withTree { database, model in
            let id = try await model.id("/office")
            let error = await refusal {
                try await model.call(SetRule(node: id, role: Role.everyone, rights: [.view, right]))
            }
            #expect(error?.message.hasPrefix("everyone can have the rights view and use only") == true)
            let behind = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "insert into djet.access values (\(id), 'everyone', array[\(right.rawValue)])")
            }
            #expect(behind?.sqlState == .checkViolation)
        }
    }

    @Test func administratorsCannotLockThemselvesOut() async throws {
        try await withTree { _, model in
            let root = try await model.id("/")
            let less = await refusal {
                try await model.call(SetRule(node: root, role: Role.administrator, rights: [.view]))
            }
            #expect(less?.message.hasPrefix("the administrator must keep view and manage") == true)
            let none = await refusal {
                try await model.call(SetRule(node: root, role: Role.administrator, rights: nil))
            }
            #expect(none?.message.hasPrefix("the administrator's rule at the root cannot be changed") == true)
        }
    }

    @Test(arguments: ["", "Clerk", "a b", "1st"])
    func aRoleIsAName(role: String) async throws {
        try await withTree { _, model in
            let error = await refusal {
                try await model.call(SetRule(node: model.id("/"), role: role, rights: [.view]))
            }
            #expect(error?.message.contains("is not a role") == true)
        }
    }
}

extension Tree {
    /// Returns the rules at the node with this number; nil if there is none.
    fileprivate func entry(_ id: Node.ID) -> [String: Set<Right>]? {
        node(id).map { rules(at: $0) }
    }
}
