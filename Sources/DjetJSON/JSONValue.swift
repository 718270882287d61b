public import Foundation

/// Any JSON value, for types that are known only at run time.
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

    /// The member of an object; nil if there is none, or if the value is not an object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The text; nil if the value is not one.
    public var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The number; nil if the value is not one.
    public var number: Decimal? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    /// The flag; nil if the value is not one.
    public var flag: Bool? {
        guard case .flag(let flag) = self else { return nil }
        return flag
    }
}
