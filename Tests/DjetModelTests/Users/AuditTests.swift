import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct AuditTests {
    @Test func everyActionIsNotedWithWhoDidIt() async throws {
        try await withPeople { people in
            let root = people.acting(as: "root")
            try await root.addUser("bob")
            try await root.grant(role: "administrator", to: "bob")
            try await root.revoke(role: "administrator", from: "bob")
            let token = try await root.invite("bob")
            let bob = try await people.stranger().acceptInvitation(token, password: People.password)
            try await people.acting(as: "bob").signOut(bob.token)
            _ = try? await people.stranger().signIn("bob", password: "wrong password")
            _ = try await people.stranger().signIn("bob", password: People.password)
            try await people.acting(as: "bob").changePassword(
                of: "bob", from: People.password, to: "another good one")
            try await root.disableUser("bob")
            try await root.enableUser("bob")
            let actions = try await people.actions()
            #expect(
                actions.prefix(11).reversed() == [
                    "root user.add bob", "root role.grant bob", "root role.revoke bob",
                    "root user.invite bob",
                    "bob invitation.accept bob", "bob sign-out bob", "- sign-in.refused bob",
                    "bob sign-in bob", "bob password.change bob", "root user.disable bob",
                    "root user.enable bob",
                ])
            let newest = try await people.model.auditEntries(AuditFilter(limit: 1))
            #expect(newest.map(\.address) == ["192.0.2.1"])
            #expect(newest.map(\.at) == [people.clock.now])
        }
    }

    @Test func whatIsTypedAsANameIsKeptOnlyIfItIsOne() async throws {
        try await withPeople { people in
            _ = try? await people.stranger().signIn("my secret password", password: "ada")
            let dump = try await people.database.store.rows(
                "select a::text from djet.audit a union all select f::text from djet.sign_in_failure f",
                as: String.self)
            #expect(dump.contains { $0.contains("sign-in.refused") })
            #expect(!dump.contains { $0.contains("secret") })
        }
    }

    @Test func aWaitIsNotedOnce() async throws {
        try await withPeople { people in
            for _ in 0..<9 {
                _ = try? await people.stranger(from: "198.51.100.1").signIn("ada", password: "x")
            }
            let actions = try await people.actions()
            #expect(actions.count { $0 == "- sign-in.refused ada" } == 5)
            #expect(actions.count { $0 == "- sign-in.wait ada" } == 1)
        }
    }

    @Test func othersCanNoteWhatTheyDoInTheirTransaction() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            try await ada.audit("job.cancel", "slow.42", detail: ["was": "entered"])
            try? await ada.transaction { model in
                try await model.audit("job.cancel", "slow.43")
                throw CancellationError()
            }
            let entries = try await people.model.auditEntries(AuditFilter(action: "job.cancel"))
            #expect(entries.map(\.target) == ["slow.42"])
            #expect(entries.first?.detail["was"]?.text == "entered")
        }
    }

    @Test func thePagesGoBackInTime() async throws {
        try await withPeople { people in
            let start = people.clock.now
            for number in 1...5 {
                people.clock.advance(by: 60)
                try await people.acting(as: number.isMultiple(of: 2) ? "ada" : "root").audit(
                    "test.do", "\(number)")
            }
            func targets(_ filter: AuditFilter) async throws -> [String] {
                try await people.model.auditEntries(filter).map(\.target)
            }
            #expect(try await targets(AuditFilter(action: "test.do")) == ["5", "4", "3", "2", "1"])
            let page = try await people.model.auditEntries(AuditFilter(action: "test.do", limit: 2))
            #expect(
                try await targets(AuditFilter(action: "test.do", before: page[1].id, limit: 2)) == ["3", "2"])
            #expect(try await targets(AuditFilter(user: "ada", action: "test.do")) == ["4", "2"])
            let middle = AuditFilter(since: start + 120, until: start + 240)
            #expect(try await targets(middle) == ["3", "2"])
            let actions = try await people.model.auditActions()
            #expect(actions == ["invitation.accept", "role.grant", "test.do", "user.add", "user.invite"])
        }
    }

    @Test func entriesAreNeverChanged() async throws {
        try await withPeople { people in
            for statement in [
                "update djet.audit set target = ''", "delete from djet.audit", "truncate djet.audit",
            ] {
                await #expect(throws: StoreError.self) {
                    try await people.database.store.withConnection { try await $0.run(script: statement) }
                }
            }
        }
    }
}
