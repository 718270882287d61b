/// What a route answers if all goes well.
public enum AnswerShape: Sendable {
    /// A page for people, the same data as JSON for programs.
    case page(any (Codable & Sendable).Type)
    /// A page for people, JSON of a shape that is only known there for programs.
    case open
    /// A ticket: 303 to its page for people, 202 for programs.
    case ticket
    /// Bytes of this media type.
    case bytes(String)
    /// An event stream.
    case events
    /// Another place.
    case elsewhere

    /// Whether people get another form of it than programs.
    var isNegotiated: Bool {
        switch self {
        case .page, .open, .ticket: true
        case .bytes, .events, .elsewhere: false
        }
    }
}
