public import Foundation

/// Any JSON value, where no type of its own is known before the program runs.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case flag(Bool)
    /// A number, exactly as written up to 38 digits.
    case number(Decimal)
    /// A text.
    case text(String)
    /// A list.
    case list([JSONValue])
    /// An object.
    case object([String: JSONValue])

    /// The member of an object; nil if there is none, or it is no object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The text; nil if it is none.
    public var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The number; nil if it is none.
    public var number: Decimal? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The flag; nil if it is none.
    public var flag: Bool? {
        guard case .flag(let flag) = self else { return nil }
        return flag
    }
}
