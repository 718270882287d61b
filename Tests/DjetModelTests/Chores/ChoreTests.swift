import DjetStore
import DjetTestSupport
import Foundation
import Testing

@testable import DjetModel

/// Chores as the database keeps them.
@Suite struct ChoreTests {
    private static let sweep = Chore("sweep", every: .seconds(3_600), limit: .seconds(60)) { _ in }

    @Test func aNewChoreIsDueAtOnceAndClaimedByOneWorker() async throws {
        try await withChores { database, model in
            let first = try await Self.claim(by: 1, in: database)
            #expect(first == [ChoreClaim(name: "sweep", run: 1)])
            let second = try await Self.claim(by: 2, in: database)
            #expect(second == [])
            let running = try await Self.sweep(in: model)
            #expect(running.part == "shop" && running.worker == 1 && running.took == nil)
            #expect(running.every == 3_600 && running.timeLimit == 60)
            let isOver = try await Self.end(first, by: 1, in: database)
            #expect(isOver == true)
            let done = try await Self.sweep(in: model)
            #expect(done.worker == nil && done.took != nil && done.error == nil)
            let again = try await Self.claim(by: 2, in: database)
            #expect(again == [], "it is not due")
            let seconds = try await Self.wait(in: database)
            #expect((3_590...3_600).contains(seconds))
        }
    }

    @Test func oneThatFailedShowsItsErrorUntilItHasGoneWell() async throws {
        try await withChores { database, model in
            let first = try await Self.claim(by: 1, in: database)
            try await Self.end(first, by: 1, error: "no broom", in: database)
            let failed = try await Self.sweep(in: model)
            #expect(failed.error == "no broom")
            try await database.store.query("update jobmachine.chore set next_at = now() where name = 'sweep'")
            let second = try await Self.claim(by: 2, in: database)
            #expect(second == [ChoreClaim(name: "sweep", run: 2)])
            try await Self.end(second, by: 2, in: database)
            let done = try await Self.sweep(in: model)
            #expect(done.error == nil)
        }
    }

    @Test func theChoreOfADeadWorkerIsFreeAndItsLateReportRefused() async throws {
        try await withChores { database, model in
            let first = try await Self.claim(by: 1, in: database)
            try await database.store.query("select jobmachine.rescue(1)")
            let orphan = try await Self.sweep(in: model)
            #expect(orphan.worker == nil)
            let second = try await Self.claim(by: 2, in: database)
            #expect(second == [ChoreClaim(name: "sweep", run: 2)])
            let isCounted = try await Self.end(first, by: 1, in: database)
            #expect(isCounted == false)
            let running = try await Self.sweep(in: model)
            #expect(running.worker == 2)
        }
    }

    @Test func oneThatIsNotReportedIsFreeSoonAfterItsLimit() async throws {
        try await withChores { database, model in
            _ = try await Self.claim(by: 1, in: database)
            let seconds = try await Self.wait(in: database)
            #expect((80...90).contains(seconds), "the limit and half a minute")
            try await database.store.query("update jobmachine.chore set free_at = now()")
            let second = try await Self.claim(by: 2, in: database)
            #expect(second == [ChoreClaim(name: "sweep", run: 2)])
        }
    }

    @Test func aDeclarationKeepsTheNextTimeUnlessTheIntervalIsShorter() async throws {
        try await withChores { database, model in
            let first = try await Self.claim(by: 1, in: database)
            try await Self.end(first, by: 1, in: database)
            let next = try await Self.sweep(in: model).nextAt
            try await model.declareChores([Self.sweep], of: "shop")
            let same = try await Self.sweep(in: model)
            #expect(same.nextAt == next)
            var often = Self.sweep
            often.interval = .seconds(60)
            try await model.declareChores([often], of: "shop")
            let seconds = try await Self.wait(in: database)
            #expect(seconds <= 60)
            try await model.declareChores([], of: "other")
            let kept = try await model.chores().map(\.name)
            #expect(kept.contains("sweep"))
            try await model.declareChores([], of: "shop")
            let left = try await model.chores()
            #expect(left.allSatisfy { $0.part == nil })
        }
    }

    @Test func djetsOwnAreTimedByTheBeat() async throws {
        try await withDatabase { database in
            let model = database.model()
            let before = try await model.chores()
            #expect(before.map(\.name).contains("djet.drop_files"))
            #expect(before.allSatisfy { $0.took == nil && $0.nextAt != nil })
            try await database.enterWorker(1)
            try await database.store.query("select jobmachine.beat(1)")
            let after = try await model.chores()
            #expect(after.allSatisfy { $0.took != nil && $0.startedAt != nil && $0.error == nil })
            for chore in after {
                let (begun, next) = (try #require(chore.startedAt), try #require(chore.nextAt))
                #expect(abs(next.timeIntervalSince(begun) - 60) < 0.001)
            }
        }
    }

    @Test func djetsOwnAreDoneWhenTheyAreDueAndClaimedByNobody() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            let overdue = try await database.store.query(
                model.queue.doDueChores(1, retention: Retention()))
            #expect(overdue.count == 1)
            let again = try await database.store.query(model.queue.doDueChores(1, retention: Retention()))
            #expect(again.count == 0)
            try await database.store.query("update jobmachine.chore set next_at = now()")
            let names = try await model.chores().map(\.name)
            let claimed: [ChoreClaim] = try await database.store.rows(
                model.queue.claimChores(names, worker: 1))
            #expect(claimed == [])
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            (Chore("djet.mine", every: .seconds(60)) { _ in }, "“djet.mine” is not a chore's name"),
            (Chore("No Name", every: .seconds(60)) { _ in }, "“No Name” is not a chore's name"),
            (Chore("quick", every: .milliseconds(10)) { _ in }, "the chore “quick” must come every second"),
            (
                Chore("long", every: .seconds(60), limit: .seconds(100_000)) { _ in },
                "the chore “long” must come every second"
            ),
        ])
    func whatNoChoreCanBeIsRefusedInWords(_ chore: Chore, _ words: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: ModelError.self) {
                try await database.model().declareChores([chore], of: "shop")
            }
            #expect(error?.message.hasPrefix(words) == true, "\(error as Any)")
        }
    }

    // MARK: Helpers

    /// Runs a test with the chore of a part, and two workers.
    private func withChores(_ body: (TestDatabase, Model) async throws -> Void) async throws {
        try await withDatabase { database in
            let model = database.model()
            try await model.declareChores([Self.sweep], of: "shop")
            for worker in 1...2 { try await database.enterWorker(worker) }
            try await body(database, model)
        }
    }

    private static func claim(by worker: Int, in database: TestDatabase) async throws -> [ChoreClaim] {
        try await database.store.rows(database.model().queue.claimChores(["sweep"], worker: worker))
    }

    /// Returns the seconds until the chore can be claimed.
    private static func wait(in database: TestDatabase) async throws -> Double {
        try #require(
            try await database.store.first(database.model().queue.nextChore(["sweep"]), as: Double.self))
    }

    @discardableResult
    private static func end(
        _ claims: [ChoreClaim], by worker: Int, error: String? = nil, in database: TestDatabase
    ) async throws -> Bool? {
        let claim = try #require(claims.first)
        return try await database.store.first(
            database.model().queue.endChore(claim, worker: worker, error: error), as: Bool.self)
    }

    private static func sweep(in model: Model) async throws -> ChoreRecord {
        try #require(try await model.chores().first { $0.name == "sweep" })
    }
}
