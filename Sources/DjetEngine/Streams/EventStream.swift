import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Writes server-sent events, as the HTML standard defines them, to a client for as long as both are there.
///
/// The stream begins with `retry`, so that a client that loses the connection reconnects soon. A comment now
/// and then keeps proxies from taking the connection for dead. The stream ends when the events end, when the
/// client goes, when the visitor loses a right, or when the server is asked to stop; the last two are
/// announced by another `retry`.
struct EventStream: Sendable {
    let source: any EventSource
    let client: Client?
    let open: OpenStreams
    let lasting: LastingVisits
    let pass: Pass
    let logger: Logger

    /// Writes until the end. It leaves the caller's isolation, where the writer could not be used.
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
        // Random milliseconds: all clients of a server that stops would otherwise reconnect at once.
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

    /// Returns the new events; nil if the source cannot go on.
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
