import DjetModel
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
        let stream = EventStream(events: events, encode: encode, logger: visit.model.logger)
        let reply = Reply.stream(mediaType: MediaName.events) { writer in
            try await stream.write(to: &writer, visit.requestBody)
        }
        // Proxies that gather what they pass on would hold the events back.
        return reply.with(.known("X-Accel-Buffering"), "no").with(.cacheControl, "no-store")
    }
}
