import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// Writes events to a client for as long as both are there: server-sent events, as the HTML standard has
/// them.
///
/// It says `retry` at its beginning, so that a client that loses the connection comes again soon; writes a
/// comment every 15 seconds, so that nothing between the two takes the connection for dead; and ends when the
/// events end, when the client goes, or when the server is asked to stop, which it tells the client by
/// another `retry`. The events' task ends with it.
struct EventStream<Events: AsyncSequence & Sendable>: Sendable {
    let events: Events
    let encode: @Sendable (Events.Element) throws -> ServerEvent?
    let logger: Logger
    var heartbeat = Duration.seconds(15)

    /// Writes until the end. `request` tells when the client goes; without it, only a write does.
    @concurrent
    func write(to writer: inout any ResponseBodyWriter, _ request: RequestBody?) async throws {
        let outbox = EventOutbox()
        guard let request else { return try await write(to: &writer, outbox) }
        var open = writer
        try await request.consumeWithInboundCloseHandler { _ in
            try await write(to: &open, outbox)
        } onInboundClosed: {
            outbox.end(.gone)
        }
    }

    @concurrent
    private func write(to writer: inout any ResponseBodyWriter, _ outbox: EventOutbox) async throws {
        var open = writer
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await speak(outbox) }
            tasks.addTask { try await beat(outbox) }
            defer { tasks.cancelAll() }
            try await withTaskCancellationHandler {
                try await withGracefulShutdownHandler {
                    try await pass(outbox, to: &open)
                } onGracefulShutdown: {
                    outbox.end(.again)
                }
            } onCancel: {
                outbox.end(.gone)
            }
        }
    }

    /// Writes what comes to the outbox, until its end.
    @concurrent
    private func pass(_ outbox: EventOutbox, to writer: inout any ResponseBodyWriter) async throws {
        // So many milliseconds: all clients of a server that stops would otherwise come again at once.
        let retry = "retry: \(Int.random(in: 1_000...3_000))\n\n"
        try await writer.write(ByteBuffer(string: retry))
        while true {
            switch await outbox.next() {
            case .events(let events):
                try await writer.write(ByteBuffer(string: events.map(\.text).joined()))
            case .beat: try await writer.write(ByteBuffer(string: ":\n\n"))
            case .end(.gone): return
            case .end(.again):
                try await writer.write(ByteBuffer(string: retry))
                return try await writer.finish(nil)
            case .end(.over): return try await writer.finish(nil)
            }
        }
    }

    private func speak(_ outbox: EventOutbox) async {
        do {
            for try await event in events {
                guard let event = try encode(event) else { continue }
                guard await outbox.put(event) else { return }
            }
            outbox.end(.over)
        } catch {
            logger.warning("an event stream broke off", metadata: ["error": "\(error)"])
            outbox.end(.again)
        }
    }

    private func beat(_ outbox: EventOutbox) async throws {
        while true {
            try await Task.sleep(for: heartbeat)
            outbox.beat()
        }
    }
}
