/// An event of a job.
public struct TicketEvent: Sendable, Hashable {
    /// The content of an event.
    public enum Content: Sendable, Hashable {
        /// The job has a new state.
        case state(TicketState)
        /// The job has new progress.
        case progress(JobProgress)
        /// The job logged a line.
        case log(LogLine)
        /// The job has ended with this reply as JSON; nil if it ended without one. It is always the last
        /// event. A reply longer than `JobPart.shown` is cut to its beginning.
        case reply(String?)
    }

    /// The position after this event: going on from there repeats nothing and loses nothing.
    public let id: EventID
    /// The content of the event.
    public let content: Content
    /// The bytes of the whole reply, if `content` holds only its beginning.
    public var wholeSize: Int?
}
