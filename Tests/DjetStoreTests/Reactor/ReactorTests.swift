import Glibc
import Testing

@testable import DjetStore

@Suite struct ReactorTests {
    final class Watcher: Readiness {
        let signal: AsyncStream<pthread_t>
        private let told: AsyncStream<pthread_t>.Continuation
        init() { (signal, told) = AsyncStream.makeStream() }
        func isReady(toRead: Bool, toWrite: Bool) -> Bool {
            if toRead { told.yield(pthread_self()) }
            return toRead
        }
    }

    @Test func tasksThatPreferItRunOnItsThread() async throws {
        let watcher = Watcher()
        var pipe: [Int32] = [0, 0]
        try #require(Glibc.pipe(&pipe) == 0)
        let id = Reactor.shared.nextID()
        Reactor.shared.watch(pipe[0], as: id, for: watcher)
        write(pipe[1], "x", 1)
        var told = watcher.signal.makeAsyncIterator()
        let thread = await told.next()
        Reactor.shared.forget(pipe[0], as: id)
        for descriptor in pipe { close(descriptor) }
        let threads = await Task(executorPreference: Reactor.shared) {
            let before = pthread_self()
            await Task.yield()
            return [before, pthread_self()]
        }.value
        #expect(threads.allSatisfy { $0 == thread })
    }

    /// libpq closes the descriptor of a broken connection by itself, and the next connection gets its number.
    @Test func forgettingAnOldWatchDoesNotTouchTheNewOneOfTheSameDescriptor() async throws {
        var pipe: [Int32] = [0, 0]
        try #require(Glibc.pipe(&pipe) == 0)
        let (old, new) = (Reactor.shared.nextID(), Reactor.shared.nextID())
        let (before, after) = (Watcher(), Watcher())
        Reactor.shared.watch(pipe[0], as: old, for: before)
        Reactor.shared.forget(pipe[0], as: old)
        Reactor.shared.watch(pipe[0], as: new, for: after)
        Reactor.shared.forget(pipe[0], as: old)
        Reactor.shared.change(pipe[0], as: old, .init(reading: false, writing: false))
        write(pipe[1], "x", 1)
        for await _ in after.signal { break }
        Reactor.shared.forget(pipe[0], as: new)
        for descriptor in pipe { close(descriptor) }
    }

    @Test func sleepersWakeInTheOrderOfTheirTimes() async throws {
        var order: [Int?]
        var began: ContinuousClock.Instant
        repeat {
            began = .now
            order = await wakeUps(of: [3, 1, 0, 2], since: began)
            // On a busy machine one may come too late to sleep, which says nothing.
        } while order.contains(nil)
        #expect(order == [0, 1, 2, 3])
        #expect(began.duration(to: .now) >= .milliseconds(80))
    }

    /// Returns the sleepers in the order in which they wake; nil for one that came after its time.
    private func wakeUps(of sleepers: [Int], since began: ContinuousClock.Instant) async -> [Int?] {
        await withTaskGroup(of: Int?.self) { group in
            for number in sleepers {
                group.addTask(executorPreference: Reactor.shared) {
                    let time = began + .milliseconds(20 + 20 * number)
                    guard time > .now else { return nil }
                    try? await Reactor.shared.sleep(until: time)
                    return number
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func aSleeperThatIsCancelledWakesAtOnce() async throws {
        let began = ContinuousClock.now
        let sleepers = (0..<1_000).map { _ in Task { try await Reactor.shared.sleep(for: .seconds(3600)) } }
        for sleeper in sleepers { sleeper.cancel() }
        for sleeper in sleepers {
            await #expect(throws: CancellationError.self) { try await sleeper.value }
        }
        // Other sleepers are not forgotten with them.
        try await Reactor.shared.sleep(for: .milliseconds(1))
        #expect(began.duration(to: .now) < .seconds(3600))
    }

    @Test func whoIsCancelledBeforeDoesNotSleep() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await Reactor.shared.sleep(for: .seconds(3600))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
