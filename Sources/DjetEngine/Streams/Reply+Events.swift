public import DjetModel
import HTTPTypes

extension Reply {
    /// Returns an event stream of the elements, as `encode` writes them; nil leaves one out. The route
    /// declares `answer: .events`.
    ///
    /// The sequence is iterated once the client reads, and its task is cancelled when the client goes. It
    /// must end then, as `Rings` and sequences made of it do.
    public static func events<Events: AsyncSequence & Sendable>(
        _ events: Events, to visit: Visit,
        _ encode: @escaping @Sendable (Events.Element) throws -> ServerEvent?
    ) -> Reply {
        stream(visit, SequenceSource(events, encode))
    }

    /// Returns an event stream of a job's events, which costs less than one of a sequence.
    public static func events(
        _ events: TicketEvents, to visit: Visit,
        _ encode: @escaping @Sendable (TicketEvent) throws -> ServerEvent?
    ) -> Reply {
        stream(visit, TicketSource(events, encode))
    }

    private static func stream(_ visit: Visit, _ source: any EventSource) -> Reply {
        // The visit is not captured: what it holds would stay as long as the client.
        let stream = EventStream(
            source: source, client: visit.client, open: visit.site.streams, lasting: visit.site.lasting,
            pass: Pass(visit), logger: visit.model.logger)
        let seat = visit.seat
        var reply = Reply.stream(mediaType: MediaName.events) { writer in
            defer { withExtendedLifetime(seat) {} }
            try await stream.write(to: &writer)
        }
        reply.isEndless = true
        // Proxies that buffer would hold the events back.
        return reply.with(.accelBuffering, "no").with(.cacheControl, "no-store")
    }
}

extension HTTPField.Name {
    /// The header that turns off buffering in nginx and others.
    fileprivate static let accelBuffering = known("X-Accel-Buffering")
}
