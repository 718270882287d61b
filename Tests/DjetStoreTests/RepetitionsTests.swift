import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct RepetitionsTests {
    struct Told {
        let kind: String
        let latest: Int
        let count: Int
    }

    @Test(.endsWithTheSuite) func theFirstIsToldAtOnceAndTheOthersAsANumber() async {
        let (told, tell) = AsyncStream.makeStream(of: Told.self)
        let events = Repetitions<String, Int> { _ in
            "(others)"
        } tell: { kind, latest, count in
            tell.yield(Told(kind: kind, latest: latest, count: count))
        }
        for number in 1...10_000 { events.note("a", number) }
        var lines: [Told] = []
        var count = 0
        for await line in told {
            lines.append(line)
            count += max(line.count, 1)
            if count == 10_000 { break }
        }
        #expect(lines.first?.latest == 1 && lines.first?.count == 0)
        #expect(lines.last?.latest == 10_000)
        #expect(lines.count < 30, "\(lines.count) lines")
    }

    @Test func beyondAHundredKindsTheRestAreOne() async {
        let kinds = Guarded<Set<String>>([])
        let events = Repetitions<String, Int> { _ in
            "(others)"
        } tell: { kind, _, _ in
            kinds.withLock { _ = $0.insert(kind) }
        }
        for number in 1...10_000 { events.note("kind \(number)", number) }
        #expect(kinds.withLock { $0.contains("(others)") && $0.count <= 1_000 })
    }
}
