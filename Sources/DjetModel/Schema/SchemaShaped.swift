/// A container whose shape follows from what it contains, whatever that is, and which has an empty value.
protocol SchemaShaped {
    /// The shape, given what tells the shape of what it contains.
    static func schema(_ look: (any Decodable.Type) -> Schema) -> Schema
    static var emptyValue: Self { get }
}

extension Array: SchemaShaped where Element: Decodable {
    static func schema(_ look: (any Decodable.Type) -> Schema) -> Schema { .array(look(Element.self)) }
    static var emptyValue: [Element] { [] }
}

extension Set: SchemaShaped where Element: Decodable {
    static func schema(_ look: (any Decodable.Type) -> Schema) -> Schema { .array(look(Element.self)) }
    static var emptyValue: Set<Element> { [] }
}

extension Dictionary: SchemaShaped where Key: Decodable, Value: Decodable {
    /// Only text and numbers are names in JSON; a dictionary with other keys becomes a list.
    static func schema(_ look: (any Decodable.Type) -> Schema) -> Schema {
        Key.self == String.self || Key.self == Int.self ? .dictionary(look(Value.self)) : .any
    }
    static var emptyValue: [Key: Value] { [:] }
}

extension Optional: SchemaShaped where Wrapped: Decodable {
    static func schema(_ look: (any Decodable.Type) -> Schema) -> Schema { .nullable(look(Wrapped.self)) }
    static var emptyValue: Wrapped? { nil }
}
