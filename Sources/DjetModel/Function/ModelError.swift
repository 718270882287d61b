/// A refusal by the business. Another attempt would not help.
public enum ModelError: FinalError, Codable, Hashable, Sendable {
    /// The arguments are invalid.
    case invalid(String)
    /// Something that the arguments name does not exist.
    case notFound(String)
    /// The present state does not allow it.
    case conflict(String)
    /// The acting user may not do it.
    case forbidden(String)
    /// Something that it needs is out of reach at present.
    case unavailable(String)

    /// The message for the person who asked.
    public var message: String {
        switch self {
        case .invalid(let text), .notFound(let text), .conflict(let text), .forbidden(let text),
            .unavailable(let text):
            text
        }
    }
}

extension ModelError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
