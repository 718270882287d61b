/// The answer of a route if all goes well.
public enum AnswerShape: Sendable {
    /// A page for people; the same data as JSON for programs.
    case page(any (Codable & Sendable).Type)
    /// A page for people; JSON for programs, of a shape that depends on the node.
    case open
    /// Like `open`, or a redirect to a file of any media type.
    case file
    /// A ticket: 303 to its page for people, 202 for programs.
    case ticket
    /// Bytes of this media type.
    case bytes(String)
    /// An event stream.
    case events
    /// A redirect.
    case elsewhere

    /// True if people and programs get different forms.
    var isNegotiated: Bool {
        switch self {
        case .page, .open, .ticket: true
        case .file, .bytes, .events, .elsewhere: false
        }
    }
}
