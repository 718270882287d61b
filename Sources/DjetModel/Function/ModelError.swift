public import DjetStore

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

    /// The error that an SQL function raised with one of Djet's codes: `DJ400`, `DJ403`, `DJ404`, `DJ409`,
    /// `DJ503`. Nil for any other error.
    public init?(_ error: StoreError) {
        let rest = [error.detail, error.hint].compactMap(\.self)
        let text = rest.isEmpty ? error.message : error.message + ". " + rest.joined(separator: " ")
        switch error.sqlState?.rawValue {
        case "DJ400": self = .invalid(text)
        case "DJ403": self = .forbidden(text)
        case "DJ404": self = .notFound(text)
        case "DJ409": self = .conflict(text)
        case "DJ503": self = .unavailable(text)
        default: return nil
        }
    }
}

extension ModelError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
