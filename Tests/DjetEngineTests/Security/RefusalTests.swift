import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import InMemoryLogging
import Logging
import Testing

@testable import DjetEngine

/// Requests that are answered by 401 or 403.
@Suite struct RefusalTests {
    @Test func theAuditTellsOfThem() async throws {
        try await withUserSite { people, site, _, ada in
            _ = try await ada.get("/admin/users")
            _ = try await site.json("GET", "/account")
            _ = try await site.json("GET", "/account", token: "djet_" + String(repeating: "a", count: 43))
            let entries = try await self.entries(2, people)
            #expect(entries.map(\.target) == ["/account", "/admin/users"])
            #expect(entries.map(\.userName) == [nil, "ada"])
            #expect(entries.map { $0.detail["status"]?.number } == [401, 403])
            #expect(entries.allSatisfy { $0.address == "127.0.0.1" })
        }
    }

    @Test func anEntryIsNoLongerForACharacterOfManyScalars() async throws {
        try await withUserSite { people, _, _, ada in
            let long = String(repeating: "\u{FE0F}", count: 3_000)
            _ = try await ada.get("/admin/users/a\(long)")
            _ = try await ada.get("/admin/users")
            let entries = try await people.model.auditEntries(AuditFilter(action: "request.refused"))
            #expect(!entries.isEmpty && entries.allSatisfy { $0.target.unicodeScalars.count <= 200 })
        }
    }

    @Test func aFloodOfThemIsAFewEntries() async throws {
        try await withUserSite { people, _, _, ada in
            for _ in 0..<12 { _ = try await ada.get("/admin/users") }
            for number in 0..<30 { _ = try await ada.get("/admin/users/name\(number)") }
            people.clock.advance(by: 61)
            _ = try await ada.get("/admin/users")
            // On a slow machine the run crosses a minute's end.
            let told = try await entries(people) { told in
                told.reduce(0) { $0 + ($1.detail["count"]?.number ?? 0) } == 43
            }
            #expect(told.count < 30, "\(told)")
            #expect(told.contains { $0.target == "" })
        }
    }

    @Test func whoIsSentToSignInIsNotedToo() async throws {
        try await withUserSite { people, site, _, _ in
            let answer = try await site.ask("GET", "/account", [Browser.html])
            #expect(answer.status == 303)
            let entry = try await entries(1, people).first
            #expect(entry?.target == "/account" && entry?.detail["status"]?.number == 401)
        }
    }

    @Test func noAnswerWaitsForTheAudit() async throws {
        try await withUserSite { people, site, _, _ in
            try await people.database.store.transaction { connection in
                try await connection.query("lock table djet.audit in exclusive mode")
                let answer = try await site.json("GET", "/account")
                #expect(answer.status == 401, "\(answer.body)")
            }
            #expect(try await entries(1, people).first?.target == "/account")
        }
    }

    @Test func theRestIsToldWhenTheServerStops() async throws {
        try await withPeople { people in
            try await withSite(people.model) { site in
                for _ in 0..<3 { _ = try await site.json("GET", "/account") }
            }
            let counts = try await people.model.auditEntries(AuditFilter(action: "request.refused"))
                .map { $0.detail["count"]?.number }
            #expect(counts == [2, 1])
        }
    }

    @Test func theLogTellsOfThem() async throws {
        try await withPeople { people in
            let kept = InMemoryLogHandler()
            var model = people.model
            model.logger = Logger(label: "test") { _ in kept }
            try await withSite(model) { site in
                for _ in 0..<3 { _ = try await site.json("GET", "/account") }
                let signedIn = try await people.stranger().signIn("ada", password: People.password)
                _ = try await Browser(site, signedIn).get("/admin/users")
            }
            let lines = kept.entries.filter { $0.message == "requests were refused" }
            #expect(lines.map(\.level) == [.notice, .notice, .notice])
            let first = [
                "count": "1", "status": "401", "method": "GET", "path": "/account", "address": "127.0.0.1",
            ]
            let adas = ["status": "403", "path": "/admin/users", "user": "ada"]
            let told = lines.map { $0.metadata.mapValues { "\($0)" } }
            #expect(told == [first, first.merging(adas) { $1 }, first.merging(["count": "2"]) { $1 }])
        }
    }

    /// Waits for at least `count` entries, which are written after the answers, and returns them.
    private func entries(_ count: Int, _ people: People) async throws -> [AuditEntry] {
        try await entries(people) { $0.count >= count }
    }

    private func entries(
        _ people: People, until areAll: ([AuditEntry]) -> Bool
    ) async throws -> [AuditEntry] {
        var entries: [AuditEntry] = []
        try await until(orElse: "not all refusals are in the audit") {
            entries = try await people.model.auditEntries(
                AuditFilter(action: "request.refused", limit: 500))
            return areAll(entries)
        }
        return entries
    }

    @Test func aWrongPasswordHasAnEntryOfItsOwn() async throws {
        try await withUserSite { people, site, _, _ in
            _ = try await site.submit("/sign-in", "name=ada&password=wrong")
            let entries = try await people.model.auditEntries(AuditFilter(limit: 2))
            #expect(entries.first?.action == "sign-in.refused")
            #expect(!entries.contains { $0.action == "request.refused" })
        }
    }

    @Test func countsAreBoundedHoweverManyKindsThereAre() {
        var counts = RefusalCounts()
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        func kind(_ number: Int) -> RefusalCounts.Kind {
            RefusalCounts.Kind(
                status: 401, user: nil, address: "a\(number / 50)", method: "GET", path: "/\(number)")
        }
        let first = (0..<5000).flatMap { counts.count(kind($0), at: now) }
        #expect(first.count == RefusalCounts.ofAll)
        let again = (0..<5000).flatMap { counts.count(kind($0), at: now + 59) }
        #expect(again.isEmpty)
        let told = counts.count(kind(0), at: now + 60)
        #expect(told.reduce(0) { $0 + $1.count } == 10_001 - RefusalCounts.ofAll)
        #expect(told.count == RefusalCounts.ofAll + 2)
        #expect(counts.end().isEmpty)
    }
}
