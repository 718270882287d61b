import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import DjetEngine

@Suite struct EventStreamTests {
    @Test func eventsArriveAndTheStreamEndsWithThem() async throws {
        try await withStreams { site, _ in
            let answer = try await site.ask("GET", "/streams/three")
            #expect(answer.status == 200)
            #expect(answer["content-type"] == "text/event-stream")
            #expect(answer["cache-control"] == "no-store")
            #expect(answer.body.hasPrefix("retry: "))
            #expect(
                answer.body.hasSuffix(
                    "\n\nid: 1\nevent: tick\ndata: {}\n\nid: 2\nevent: tick\ndata: {}\n\nid: 3\nevent: tick\ndata: {}\n\n"
                ))
            let head = try await site.ask("HEAD", "/streams/rings")
            #expect(head["content-type"] == "text/event-stream")
        }
    }

    @Test func whenTheClientGoesNothingIsLeft() async throws {
        try await withStreams { site, database in
            let before = database.store.listener.subscriberCount
            let streams = try (0..<5).map { _ in try TestStream(site.address + "/streams/rings") }
            for stream in streams { #expect(try await stream.next()?.name == "began") }
            #expect(database.store.listener.subscriberCount == before + 5)
            for stream in streams { await stream.leave() }
            try await until { database.store.listener.subscriberCount == before }
            #expect(database.store.listener.subscriberCount == before)
        }
    }

    @Test func aRingIsAnEvent() async throws {
        try await withStreams { site, database in
            let stream = try TestStream(site.address + "/streams/rings")
            #expect(try await stream.next()?.name == "began")
            try await database.store.query(Connection.ring(["streams"]))
            #expect(try await stream.next()?.name == "rang")
            await stream.leave()
        }
    }

    @Test func aServerThatStopsEndsItsStreamsAndTellsTheirClientsToComeAgain() async throws {
        let ended = try await withStreams { site, _ in
            let stream = try TestProcess(
                "curl", ["--silent", "--no-buffer", site.address + "/streams/rings"], isBuiltHere: false)
            while try await stream.line() != "event: began" {}
            return stream
        }
        let rest = try await ended.text()
        let withoutBeats = rest.replacing(":\n\n", with: "")
        #expect(withoutBeats.hasPrefix("data: {}\n\nretry: "))
        #expect(await ended.exitCode() == 0, "the body ended as it should")
    }

    @Test func aStreamThatFailsTellsTheClientToComeAgain() async throws {
        try await withStreams { site, _ in
            let answer = try await site.ask("GET", "/streams/failing")
            #expect(
                answer.body.split(separator: "\n").map { $0.prefix(6) } == ["retry:", "data: ", "retry:"])
        }
    }

    @Test func aSignOfLifeIsWrittenNowAndThen() async throws {
        let open = OpenStreams(heartbeat: .milliseconds(15))
        let beats = Task { await open.run() }
        let (silence, end) = AsyncStream.makeStream(of: Int.self)
        let stream = EventStream(
            source: SequenceSource(silence) { _ in nil }, client: nil, open: open, lasting: LastingVisits(),
            pass: Pass(session: nil, node: 1, rights: [], heard: 0), logger: TestDatabase.logger)
        let written = Written { count in if count == 4 { end.finish() } }
        var writer: any ResponseBodyWriter = written
        try await stream.write(to: &writer)
        #expect(written.texts.withLock { $0.dropFirst().prefix(3) } == [":\n\n", ":\n\n", ":\n\n"])
        #expect(open.count == 0)
        beats.cancel()
    }

    /// The site ends with the body.
    @Test(.endsWithTheSuite) func aClientThatDoesNotReadDoesNotKeepAServerThatStops() async throws {
        let stream = try await withStreams { site, _ in
            let stream = try TestProcess(
                "curl", ["--silent", "--no-buffer", site.address + "/streams/flood"], isBuiltHere: false)
            _ = try await stream.line()
            // The client is stopped, so that the data written to it fills all buffers.
            stream.signal(SIGSTOP)
            return stream
        }
        stream.signal(SIGKILL)
        #expect(await stream.exitCode() == 128 + SIGKILL)
    }

    private func withStreams<Result: Sendable>(
        _ body: (TestSite, TestDatabase) async throws -> Result
    ) async throws -> Result {
        try await withDatabase { database in
            let access: [String: Set<Right>] = [Role.everyone: [.view]]
            let seed = NodeSeed("/streams", "streams", title: "Streams", access: access)
            return try await withSite(database.model(), engines: [StreamsEngine()], seeds: [seed]) { site in
                try await body(site, database)
            }
        }
    }
}

/// Keeps the written texts.
private struct Written: ResponseBodyWriter {
    let texts = Guarded<[String]>([])
    let hasWritten: @Sendable (Int) -> Void

    init(_ hasWritten: @escaping @Sendable (Int) -> Void) {
        self.hasWritten = hasWritten
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        let count = texts.withLock { texts in
            texts.append(String(buffer: buffer))
            return texts.count
        }
        hasWritten(count)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// Streams of each sort.
private struct StreamsEngine: Engine {
    struct Broken: Error {}

    static let basetype = Basetype("streams", title: "Streams")

    var routes: [Route] {
        [
            Route(.get, "three", "Three ticks", answer: .events) { visit in
                let ticks = AsyncStream { tell in
                    for number in 1...3 { tell.yield(number) }
                    tell.finish()
                }
                return .events(ticks, to: visit) { ServerEvent(id: "\($0)", name: "tick") }
            },
            Route(.get, "rings", "Rings", answer: .events) { visit in
                .events(visit.model.store.listener.rings(on: ["streams"]), to: visit) { ring in
                    ServerEvent(name: ring == .began ? "began" : "rang")
                }
            },
            Route(.get, "flood", "More than anybody reads", answer: .events) { visit in
                let flood = AsyncStream<Int> { 7 }
                return .events(flood, to: visit) { _ in
                    ServerEvent(data: String(repeating: "x", count: 60_000))
                }
            },
            Route(.get, "failing", "Fails", answer: .events) { visit in
                let failing = AsyncThrowingStream<Int, any Error> { tell in
                    tell.yield(1)
                    tell.finish(throwing: Broken())
                }
                return .events(failing, to: visit) { ServerEvent(data: "\($0)") }
            },
        ]
    }
}
