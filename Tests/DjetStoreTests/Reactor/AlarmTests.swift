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

    // MARK: Alone

    @Test func onlyTheLastTimeThatIsSetCounts() async {
        let (alarms, call) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
        let began = ContinuousClock.now
        let alarm = Alarm { call.yield(.now) }
        alarm.set(after: .milliseconds(500))
        alarm.set(after: .seconds(3600))
        alarm.set(after: .milliseconds(700))
        var calls = alarms.makeAsyncIterator()
        guard let first = await calls.next() else { return }
        #expect(began.duration(to: first) >= .milliseconds(700))
        alarm.set(at: began)
        #expect(await calls.next() != nil, "a time that is over is due at once")
        withExtendedLifetime(alarm) {}
    }

    @Test func oneThatIsCancelledOrNoLongerHeldIsSilent() async {
        let (alarms, call) = AsyncStream.makeStream(of: Int.self)
        do {
            let dropped = Alarm { call.yield(1) }
            dropped.set(after: .milliseconds(200))
        }
        let cancelled = Alarm { call.yield(2) }
        cancelled.set(after: .milliseconds(200))
        cancelled.cancel()
        let later = Alarm { call.yield(3) }
        later.set(after: .milliseconds(250))
        var calls = alarms.makeAsyncIterator()
        #expect(await calls.next() == 3)
        withExtendedLifetime((cancelled, later)) {}
    }

    @Test func oneIsCalledAgainUntilItHasNoPause() async {
        let (alarms, call) = AsyncStream.makeStream(of: Int.self)
        let count = Guarded(0)
        let alarm = Alarm(repeating: {
            let number = count.withLock { count in
                count += 1
                return count
            }
            call.yield(number)
            if number == 3 { call.finish() }
            return number < 3 ? .milliseconds(1) : nil
        })
        alarm.set(after: .milliseconds(1))
        var numbers: [Int] = []
        for await number in alarms { numbers.append(number) }
        #expect(numbers == [1, 2, 3])
        withExtendedLifetime(alarm) {}
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
