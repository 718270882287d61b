import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A server whose disk becomes full in the middle of work.
@Suite struct FullDiskTests {
    /// Tells of the first statement that the server refused.
    final class Alarm: Sendable {
        private let (told, tell) = AsyncStream.makeStream(of: Void.self)

        func ring() { tell.finish() }
        func wait() async { for await _ in told {} }
    }

    /// Waits at a gate, and writes a row that is too long for the table's present pages.
    struct Keep: ModelFunction {
        static let name = "test.keep"
        static let retry = Retry(attempts: 1000, first: .milliseconds(10), maximum: .milliseconds(100))
        var number: Int
        var text: String
        var gate: Int?

        func run(in model: Model) async throws -> Int {
            if let gate {
                await model.report(done: 0, note: "at the gate")
                try await model.database.query("select pg_advisory_xact_lock_shared(\(gate))")
            }
            do {
                try await model.database.query("insert into kept values (\(number), \(text))")
            } catch {
                try model.service(Alarm.self).ring()
                throw error
            }
            return number
        }
    }

    private static func text() -> String {
        String((0..<3_000).map { _ in "0123456789abcdefghijklmnopqrstuvwxyz".randomElement() ?? "0" })
    }

    @Test func whatWasTakenIsDoneOnceThereIsRoomAgainAndWhatWasNotNeverWas() async throws {
        try await FullDisk.with { disk in
            try await disk.server.store.query(
                "create table kept (number integer not null, text text not null)")
            let alarm = Alarm()
            let clock = TestClock()
            let model = Model(
                store: disk.server.store, functions: Functions([Keep.self]), logger: TestDatabase.logger
            ) { clock.now }.providing(alarm)
            let taken = try await withWorker(model) {
                let gate = try await Connection.open(disk.server.connectionString)
                defer { gate.close() }
                try await gate.query("select pg_advisory_lock(1)")
                // Some jobs run when it happens, others are on their way.
                var tickets = try await model.offload(
                    (0..<5).map { Keep(number: $0, text: Self.text(), gate: 1) })
                for try await progress in tickets[0].progress where progress.note != nil { break }
                try disk.fill()
                let refusal = try await offloadUntilRefused(model, &tickets)
                #expect(refusal.code == .unavailable)
                #expect(refusal.sqlState?.rawValue == "53100")
                #expect(refusal.message.contains("No space left on device"))
                let caller = model.providing(Alarm())
                let call = await #expect(throws: StoreError.self) {
                    for _ in 0..<100 { _ = try await caller.call(Keep(number: -1, text: Self.text())) }
                }
                #expect(call?.code == .unavailable)
                try await gate.query("select pg_advisory_unlock(1)")
                await alarm.wait()
                try disk.empty()
                tickets.append(try await model.offload(Keep(number: tickets.count, text: Self.text())))
                for (number, ticket) in tickets.enumerated() {
                    let value = try await ticket.value
                    #expect(value == number)
                }
                return tickets.count
            }
            let ended = try await model.endedJobs
            #expect(ended == taken)
            let kept = try await disk.server.store.rows(
                "select number from kept where number >= 0 order by number", as: Int.self)
            #expect(kept == Array(0..<ended), "each once, and none that nobody was told of")
        }
    }

    /// Offloads jobs one by one until the disk is full, and returns the server's error.
    private func offloadUntilRefused(_ model: Model, _ tickets: inout [Ticket<Int>]) async throws
        -> StoreError
    {
        for _ in 0..<1000 {
            do {
                let keep = Keep(number: tickets.count, text: Self.text(), gate: 1)
                tickets.append(try await model.offload(keep))
            } catch let error as StoreError {
                return error
            }
        }
        throw StoreError(.misuse, "there was room all the time")
    }
}
