import Foundation

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }

    /// A flag.
    public init(booleanLiteral flag: Bool) { self = .flag(flag) }

    /// A whole number.
    public init(integerLiteral number: Int) { self = .number(Decimal(number)) }

    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

    /// An object. The later of two members with one name wins.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(Dictionary(members, uniquingKeysWith: { $1 }))
    }

    /// `null`.
    public init(nilLiteral: ()) { self = .null }
}
