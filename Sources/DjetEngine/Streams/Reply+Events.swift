public import DjetModel
import HTTPTypes

extension Reply {
    /// An event stream: each element, as `encode` writes it; nil leaves it out. A route that answers so says
    /// `answer: .events`.
    ///
    /// The sequence is iterated once the client reads, and its task is cancelled when the client goes. It
    /// must end then, as `Rings` and what is made of them do.
    public static func events<Events: AsyncSequence & Sendable>(
        _ events: Events, to visit: Visit,
        _ encode: @escaping @Sendable (Events.Element) throws -> ServerEvent?
    ) -> Reply {
        stream(visit, SequenceSource(events, encode))
    }

    /// An event stream of what happens to a job, which costs less than others.
    public static func events(
        _ events: TicketEvents, to visit: Visit,
        _ encode: @escaping @Sendable (TicketEvent) throws -> ServerEvent?
    ) -> Reply {
        stream(visit, TicketSource(events, encode))
    }

    private static func stream(_ visit: Visit, _ source: any EventSource) -> Reply {
        // Not the visit: what it holds would stay as long as the client.
        let stream = EventStream(
            source: source, client: visit.client, open: visit.site.streams, lasting: visit.site.lasting,
            pass: Pass(visit), logger: visit.model.logger)
        let seat = visit.seat
        var reply = Reply.stream(mediaType: MediaName.events) { writer in
            defer { withExtendedLifetime(seat) {} }
            try await stream.write(to: &writer)
        }
        reply.isEndless = true
        // Proxies that gather what they pass on would hold the events back.
        return reply.with(.accelBuffering, "no").with(.cacheControl, "no-store")
    }
}

extension HTTPField.Name {
    /// What nginx, and others after it, heed.
    fileprivate static let accelBuffering = known("X-Accel-Buffering")
}
