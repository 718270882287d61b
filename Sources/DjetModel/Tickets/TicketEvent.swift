/// Something that happened to a job.
public struct TicketEvent: Sendable, Hashable {
    /// What can happen to a job.
    public enum Content: Sendable, Hashable {
        /// It stands elsewhere now.
        case state(TicketState)
        /// It is farther now.
        case progress(JobProgress)
        /// It logged a line.
        case log(LogLine)
        /// It has finished with this answer, as JSON; nil if it has ended without one. The last event of all. Of an answer
        /// that is longer than `JobPart.shown` it is the beginning.
        case reply(String?)
    }

    /// From where to go on: after this event, nothing is repeated and nothing is lost.
    public let id: EventID
    /// What happened.
    public let content: Content
    /// How many bytes the answer has, if `content` holds its beginning alone.
    public var wholeSize: Int?
}
