import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct DueWorkTests {
    @Test(
        arguments: [
            ([], []), ([.beat], [.beat]), ([.pulse, .pulse], [.pulse]),
            ([.beat, .pulse, .beat], [.beat, .pulse]),
        ] as [([Listener.DueWork], Listener.DueWork)])
    func eachIsDoneOnceHoweverOftenItFellDue(fallen: [Listener.DueWork], taken: Listener.DueWork) {
        var work = Listener.DueWork()
        for due in fallen { work.formUnion(due) }
        #expect(work.take() == taken)
        #expect(work.take() == [])
    }

    @Test func aFloodOfChangesCrowdsNothingOut() async {
        let listener = Listener(connectionString: "host=/nowhere", logger: TestDatabase.logger)
        listener.wakeUp(for: .beat)
        for _ in 1...1000 { listener.wakeUp() }
        listener.wakeUp(for: .pulse)
        for _ in 1...1000 { listener.wakeUp() }
        let work = listener.state.withLock { $0.dueWork.take() }
        #expect(work == [.beat, .pulse])
        await listener.close()
    }

    /// No listening connection can be opened, while one of two other connections gets answers.
    @Test func onlyThoseThatReceiveNothingAreGivenUpWhenNoneCanBeOpened() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let idle = try await Connection.open(database.connectionString)
            let busy = try await Connection.open(database.connectionString)
            defer { for connection in [idle, busy] { connection.close() } }
            try await withDeafServer { string async throws in
                let listener = Listener(
                    connectionString: string, limits: StoreLimits(opening: .seconds(1)),
                    logger: TestDatabase.logger)
                let verdicts = Guarded<[[Bool]]>([])
                listener.onVerdict { isLost, _ in
                    let verdict = [isLost(idle), isLost(busy)]
                    verdicts.withLock { $0.append(verdict) }
                }
                async let opening = storeError { _ = try await listener.open() }
                while verdicts.withLock({ $0.isEmpty }) { try await busy.query("select 1") }
                #expect(try await opening.code == .cannotConnect)
                #expect(verdicts.withLock { $0 } == [[true, false]])
                await listener.close()
            }
        }
    }
}
