import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Chores and workers.
@Suite struct ChoreKeeperTests {
    struct NoBroom: Error, CustomStringConvertible {
        var description: String { "there is no broom" }
    }

    @Test func aWorkerRunsAChoreAgainAndAgain() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model()
            let sweep = Chore("sweep", every: .seconds(1)) { model in
                try await model.database.query("insert into effect (label) values ('swept')")
            }
            try await model.declareChores([sweep], of: "shop")
            try await withWorker(model, chores: [sweep]) {
                try await until(orElse: "the chore did not run twice") {
                    try await database.store.first("select count(*) >= 2 from effect", as: Bool.self) == true
                }
            }
        }
    }

    @Test func djetsOwnRunWhenAWorkerStarts() async throws {
        try await withDatabase { database in
            let model = database.model()
            // Its beat comes too late.
            try await withWorker(model, configuration: WorkerConfiguration(beat: .seconds(3_600))) {
                try await until(orElse: "the chores did not run") {
                    try await model.chores().allSatisfy { $0.took != nil && $0.error == nil }
                }
            }
        }
    }

    @Test func oneThatFailsIsShownWithItsError() async throws {
        try await withDatabase { database in
            let model = database.model()
            let sweep = Chore("sweep", every: .seconds(3_600)) { _ in throw NoBroom() }
            try await model.declareChores([sweep], of: "shop")
            try await withWorker(model, chores: [sweep]) {
                try await until(orElse: "the failure was not reported") {
                    try await model.chores().contains { $0.error == "there is no broom" }
                }
            }
        }
    }

    @Test func oneThatTakesTooLongIsCancelled() async throws {
        try await withDatabase { database in
            let model = database.model()
            let sweep = Chore("sweep", every: .seconds(3_600), limit: .seconds(1)) { model in
                try await model.database.query("select pg_sleep(3600)")
            }
            try await model.declareChores([sweep], of: "shop")
            try await withWorker(model, chores: [sweep]) {
                try await until(orElse: "the chore was not cancelled") {
                    try await model.chores().contains { $0.name == "sweep" && $0.error != nil }
                }
            }
        }
    }

    @Test func theChoreOfAWorkerThatDiedIsRunByAnotherThatWaits() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model()
            let sweep = Chore("sweep", every: .seconds(3_600)) { model in
                try await model.database.query("insert into effect (label) values ('swept')")
            }
            try await model.declareChores([sweep], of: "shop")
            try await database.enterWorker(99)
            try await database.store.query(model.queue.claimChores(["sweep"], worker: 99))
            try await withWorker(model, chores: [sweep]) {
                try await database.store.query("select jobmachine.rescue(99)")
                try await until(orElse: "nobody took the chore over") {
                    try await database.store.first("select count(*) = 1 from effect", as: Bool.self) == true
                }
            }
        }
    }

    /// The worker stops at once: its chore is cancelled, and free for another.
    @Test func oneOfAWorkerThatStopsIsFreeAtOnce() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model()
            let sweep = Chore("sweep", every: .seconds(3_600)) { model in
                try await model.database.query("insert into effect (label) values ('begun')")
                try await model.database.query("select pg_sleep(3600)")
            }
            try await model.declareChores([sweep], of: "shop")
            try await withWorker(model, chores: [sweep]) {
                try await until(orElse: "the chore did not begin") {
                    try await database.store.first("select count(*) = 1 from effect", as: Bool.self) == true
                }
            }
            let record = try #require(try await model.chores().first { $0.name == "sweep" })
            #expect(record.worker == nil && record.took == nil && record.error == nil)
            let seconds = try await database.store.first(model.queue.nextChore(["sweep"]), as: Double.self)
            #expect(seconds == 0.2)
        }
    }
}
