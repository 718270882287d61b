import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A worker that is frozen, not dead: its session lives on, and it wakes up in the middle of its work.
@Suite struct FreezeTests {
    @Test func aFrozenWorkersJobsAreRescuedAndItsLateWritesRefused() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            func start() throws -> TestProcess {
                try TestProcess("test-worker", ["work", database.connectionString, "default", "3"])
            }
            let frozen = try start()
            try await database.withGate(1) { open in
                let tickets = [
                    try await model.offload(Effect(label: "atomic", gate: 1)).id,
                    try await model.offload(ThreeSteps(label: "steps", gate: 1)).id,
                ]
                for id in tickets {
                    try await database.wait(on: "jobmachine.\(id)") {
                        try await model.job(id).progress != nil
                    }
                }
                frozen.signal(SIGSTOP)
                let other = try start()
                try await database.wait(on: "jobmachine:workers") {
                    try await database.store.first(
                        "select count(*) from jobmachine.job where worker is null or attempt > 1",
                        as: Int.self) == 2
                }
                try await open()
                let text = try await model.ticket(tickets[0], of: String.self).value
                let attempts = try await model.ticket(tickets[1], of: [Int].self).value
                #expect(text == "atomic")
                #expect(attempts == [1, 2, 2])
                frozen.signal(SIGCONT)
                // It learns that it was struck off, and goes on as a worker.
                try await database.wait(on: "jobmachine:workers") {
                    try await database.store.first("select count(*) from jobmachine.worker", as: Int.self)
                        == 2
                }
                for worker in [frozen, other] {
                    worker.signal(SIGTERM)
                    let code = await worker.exitCode()
                    #expect(code == 0)
                }
            }
            for label in ["atomic", "steps first", "steps second", "steps third"] {
                let count = try await database.effects(label)
                #expect(count == 1, "\(label): \(count)")
            }
            let refused = try await model.refusals().reduce(0) { $0 + $1.amount }
            #expect(refused >= 2)
        }
    }
}
