import DjetModel
import DjetStore
import DjetTestSupport
import Logging
import Testing

@testable import DjetJobmachine

@Suite struct FailureLogTests {
    /// Keeps the log's lines, and tells of each.
    final class Lines: LogHandler, Sendable {
        let told: AsyncStream<[String: String]>
        private let tell: AsyncStream<[String: String]>.Continuation

        init() {
            (told, tell) = AsyncStream.makeStream(of: [String: String].self)
        }

        var logLevel: Logger.Level {
            get { .trace }
            set { _ = newValue }
        }
        var metadata: Logger.Metadata {
            get { [:] }
            set { _ = newValue }
        }
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { nil }
            set { _ = newValue }
        }

        func log(event: LogEvent) {
            var line = event.metadata?.mapValues { "\($0)" } ?? [:]
            line["message"] = "\(event.message)"
            tell.yield(line)
        }
    }

    private func ticket(_ number: Int64) -> TicketID { TicketID(queue: "default", number: number) }

    @Test(.endsWithTheSuite) func theSameFailureOfAKindIsToldOnceASecondWithItsCount() async throws {
        let lines = Lines()
        let log = FailureLog(Logger(label: "test") { _ in lines })
        for number in 1...50_000 {
            log.note(
                .info, "an attempt failed", of: "x", ticket(Int64(number)),
                ModelError.conflict("no \(number)"))
        }
        log.note(.info, "an attempt failed", of: "y", ticket(1), ModelError.conflict("other"))
        var told = lines.told.makeAsyncIterator()
        let first = await told.next()
        #expect(first?["job"] == "default.1" && first?["error"] == "no 1" && first?["count"] == nil)
        var others: [[String: String]] = []
        var count = 1
        while count < 50_000, let line = await told.next() {
            others.append(line)
            if line["kind"] == "x" { count += line["count"].flatMap { Int($0) } ?? 0 }
        }
        #expect(count == 50_000)
        #expect(others.contains { $0["kind"] == "y" && $0["count"] == nil }, "another kind's is told at once")
        #expect(others.count < 30, "\(others.count) lines")
        #expect(others.last?["job"] == "default.50000")
    }

    @Test func aLongErrorIsCut() async throws {
        let lines = Lines()
        let log = FailureLog(Logger(label: "test") { _ in lines })
        log.note(
            .info, "an attempt failed", of: "x", ticket(1),
            ModelError.conflict(String(repeating: "x", count: 1 << 20)))
        var told = lines.told.makeAsyncIterator()
        let error = await told.next()?["error"] ?? ""
        #expect(error.hasSuffix("… (cut: 1,048,576 characters)"))
    }
}
