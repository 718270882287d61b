import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Writes events to a client for as long as both are there: server-sent events, as the HTML standard has
/// them.
///
/// It says `retry` at its beginning, so that a client that loses the connection comes again soon; writes a
/// comment now and then, so that nothing between the two takes the connection for dead; and ends when the
/// events end, when the client goes, when the visitor loses a right, or when the server is asked to stop. Of the last
/// two it tells the client by another `retry`.
struct EventStream: Sendable {
    let source: any EventSource
    let client: Client?
    let open: OpenStreams
    let lasting: LastingVisits
    let pass: Pass
    let logger: Logger

    /// Writes until the end. Not in the caller's isolation, where the writer could not be used.
    @concurrent
    func write(to writer: inout any ResponseBodyWriter) async throws {
        let signals = StreamSignals()
        let id = open.enter(signals, client)
        let visit = lasting.enter(pass) { signals.end(.again) }
        source.begin { signals.due() }
        defer {
            source.end()
            open.leave(id)
            lasting.leave(visit)
        }
        // So many milliseconds: all clients of a server that stops would otherwise come again at once.
        let retry = ByteBuffer(string: "retry: \(Int.random(in: 1_000...3_000))\n\n")
        try await writer.write(retry)
        while true {
            switch await signals.next() {
            case .due:
                let batch = take()
                if let text = batch?.text { try await writer.write(text) }
                if batch?.hasMore == true { signals.due() }
                if batch == nil { signals.end(.again) }
                if batch?.isOver == true { return try await writer.finish(nil) }
            case .beat: try await writer.write(ByteBuffer(string: ":\n\n"))
            case .end(.gone): return
            case .end(.again):
                try await writer.write(retry)
                return try await writer.finish(nil)
            }
        }
    }

    /// Nil if it cannot go on.
    private func take() -> EventBatch? {
        do {
            return try source.take()
        } catch {
            logger.warning("an event stream broke off", metadata: ["error": "\(error)"])
            return nil
        }
    }
}

extension EventBatch {
    fileprivate var text: ByteBuffer? {
        events.isEmpty ? nil : ByteBuffer(string: events.map(\.text).joined())
    }
}
