import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct PasswordGateTests {
    @Test func fewAreLookedAtAtATimeAndTheOthersFollow() async throws {
        let gate = gate(connections: 20, room: 100)
        #expect(gate.width == 4)
        let present = Guarded((now: 0, most: 0, all: 0))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for _ in 0..<50 {
                tasks.addTask {
                    try await gate.pass {
                        present.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.all + 1) }
                        for _ in 0..<20 { await Task.yield() }
                        present.withLock { $0.now -= 1 }
                    }
                }
            }
            try await tasks.waitForAll()
        }
        #expect(present.withLock { $0.most } <= 4)
        #expect(present.withLock { $0.all } == 50)
    }

    @Test func whoFindsNoRoomIsAskedToComeAgain() async throws {
        let gate = gate(connections: 1, room: 0)
        try await holding(gate) {
            let error = await #expect(throws: ModelError.self) { try await gate.pass {} }
            #expect(error?.kind == "unavailable")
        }
        try await gate.pass {}
    }

    @Test func whoLeavesTheLineIsNotWaitedFor() async throws {
        let gate = gate(connections: 1, room: 5)
        try await holding(gate) {
            let waiting = Task { try await gate.pass {} }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
        }
        try await gate.pass {}
    }

    @Test func signingInLeavesConnectionsToOthers() async throws {
        try await withPeople { people in
            let store = people.database.store
            // Every check of a password waits here, as if the work took long.
            let desk = try await Connection.open(people.database.connectionString)
            try await desk.query("begin")
            try await desk.query("lock table djet.sign_in_failure in access exclusive mode")
            let attempts = (0..<40).map { number in
                Task { try? await people.stranger().signIn("user\(number)", password: "wrong") }
            }
            _ = try await people.database.blocked(like: "%begin_sign_in%")
            let others = try await store.first("select count(*) from djet.users", as: Int.self)
            #expect(others == 2)
            let busy = try await store.first(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and query like '%begin_sign_in%' and pid <> pg_backend_pid()
                """, as: Int.self)
            #expect((busy ?? 99) <= 4)
            try await desk.query("commit")
            desk.close()
            for attempt in attempts { _ = await attempt.value }
        }
    }

    private func gate(connections: Int, room: Int) -> PasswordGate {
        PasswordGate(Store(StoreConfiguration(maximumConnections: connections)), room: room)
    }

    /// Runs `body` while another task is in the gate.
    private func holding(_ gate: PasswordGate, _ body: () async throws -> Void) async throws {
        let (isIn, enter) = AsyncStream.makeStream(of: Void.self)
        let (isDone, finish) = AsyncStream.makeStream(of: Void.self)
        let holder = Task {
            try await gate.pass {
                enter.finish()
                for await _ in isDone {}
            }
        }
        for await _ in isIn {}
        try await body()
        finish.finish()
        try await holder.value
    }
}
