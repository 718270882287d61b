import Testing

@testable import DjetStore

@Suite struct AlarmTests {
    @Test func itGoesOffEvenInACancelledTask() async {
        let (alarms, alarm) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await withAlarm(after: .milliseconds(1)) {
                await Self.isHeard(alarms)
            } onAlarm: {
                alarm.yield()
            }
        }
        task.cancel()
        #expect(await task.value)
    }

    @Test func itIsOffOnceTheBodyHasEnded() async {
        let hasRung = Guarded(false)
        let value = await withAlarm(after: .milliseconds(10), in: 5) {
            1
        } onAlarm: {
            hasRung.withLock { $0 = true }
        }
        #expect(value == 1)
        // One that is due later goes off after it.
        let (alarms, alarm) = AsyncStream.makeStream(of: Void.self)
        let isHeard = await withAlarm(after: .milliseconds(20)) {
            await Self.isHeard(alarms)
        } onAlarm: {
            alarm.yield()
        }
        #expect(isHeard)
        #expect(!hasRung.withLock { $0 })
    }

    @Test func theErrorOfTheBodyIsThrown() async {
        await #expect(throws: CancellationError.self) {
            try await withAlarm(after: .seconds(60), { try Self.fail() }, onAlarm: {})
        }
    }

    private static func fail() throws {
        throw CancellationError()
    }

    /// Returns true once an alarm has gone off. The wait takes no notice of the caller's cancellation.
    private static func isHeard(_ alarms: AsyncStream<Void>) async -> Bool {
        await Task {
            for await _ in alarms { return true }
            return false
        }.value
    }
}
