import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// `DoctorTests` plant the faults that a program of its own finds, too.
@Suite struct FindFaultsTests {
    @Test func aWrongClockIsFound() async throws {
        try await withDatabase { database in
            for (seconds, words) in [(3_600.0, "3600 s ahead of"), (-60.0, "60 s behind")] {
                let clock = TestClock(Date().addingTimeInterval(seconds))
                let findings = try await database.model(clock: clock).call(FindFaults())
                let finding = try #require(findings.first { $0.id == "clock-difference" })
                #expect(finding.what.contains(words), "\(finding.what)")
            }
        }
    }

    @Test func whoLacksTheRightsLearnsWhatIsNotChecked() async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_offload") { shop in
                let undone = try await shop.findings().filter { $0.id == "undone-check" }
                #expect(
                    undone.map(\.what) == [
                        "Not checked: the database's login lacks the rights of djet_admin."
                    ])
                #expect(undone.first?.subject.hasPrefix("dead-worker, frozen-worker, ") == true)
            }
            try await database.signedIn(as: "djet_admin") { office in
                try await database.model().limit("default", to: QueueLimit(key: "text", runningPerKey: 1))
                _ = try await database.model().offload(Echo(text: "a"))
                let findings = try await office.findings(patience: 0)
                #expect(!findings.contains { $0.id == "undone-check" }, "\(findings)")
                #expect(findings.contains { $0.id == "unclaimed-queue" })
            }
        }
    }

    @Test func aCheckFindsTwentyAtMost() async throws {
        try await withDatabase { database in
            for number in 1...30 { try await database.enterWorker(number) }
            try await database.store.query("update jobmachine.worker set seen_at = now() - interval '1 day'")
            let dead = try await database.findings().filter { $0.id == "dead-worker" }
            #expect(dead.count == 20)
            #expect(dead.allSatisfy { $0.since.map { $0 < Date().addingTimeInterval(-3_600) } ?? false })
        }
    }

    @Test func aStateThatHasNotLastedIsNoFault() async throws {
        try await withDatabase { database in
            try await database.enterWorker(1)
            _ = try await database.model().offload(Echo(text: "a"), on: "slow")
            let fresh = try await database.findings().map(\.id)
            #expect(!fresh.contains("dead-worker") && !fresh.contains("unclaimed-queue"), "\(fresh)")
            let old = try await database.findings(patience: 0).map(\.id)
            #expect(old.contains("dead-worker") && old.contains("unclaimed-queue"), "\(old)")
        }
    }

    /// It waits for somebody to resume it.
    @Test func aScheduleThatBeginsPausedIsNoFault() async throws {
        try await withDatabase { database in
            let schedule = Schedule("reports", "@hourly", isPaused: true) { Echo(text: "a") }
            try await database.model(testFunctions).declareSchedules([schedule], of: "shop")
            #expect(try await !database.findings().contains { $0.id == "paused-schedule" })
            try await database.store.query("select jobmachine.resume_schedule('reports')")
            try await database.store.query(
                "select jobmachine.pause_schedule('reports', null, 'the user left')")
            let finding = try #require(try await database.findings().first { $0.id == "paused-schedule" })
            #expect(finding.what == "The schedule reports has paused itself: the user left")
        }
    }

    @Test func aRoleThatMayBeMoreIsFound() async throws {
        try await withDatabase { database in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        grant execute on function jobmachine.rescue to public;
                        grant select on jobmachine.job to public;
                        grant create on schema jobmachine to djet_offload
                        """)
            }
            let found = try await database.findings().filter { $0.id == "excessive-right" }.map(\.what)
            #expect(found.contains { $0.hasPrefix("Everybody may call rescue,") }, "\(found)")
            #expect(found.contains { $0.hasPrefix("Everybody may read job,") }, "\(found)")
            #expect(
                found.contains { $0.hasPrefix("The role djet_offload may create objects in jobmachine,") })
            try await database.store.query("select jobmachine.grant_rights()")
            #expect(try await !database.findings().contains { $0.id == "excessive-right" })
        }
    }

    @Test func anOddPatienceIsRefused() async throws {
        try await withDatabase { database in
            for patience in [-1, Double.nan, Double.infinity] {
                await #expect(throws: ModelError.self) { try await database.findings(patience: patience) }
            }
        }
    }
}

extension TestDatabase {
    /// Returns the findings by the real clock.
    fileprivate func findings(patience: Double? = nil) async throws -> [Finding] {
        try await model(clock: TestClock(Date())).call(FindFaults(patience: patience))
    }
}
