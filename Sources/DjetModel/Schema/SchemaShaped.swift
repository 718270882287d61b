/// A container with an empty value, whose shape follows from the shape of its content.
protocol SchemaShaped {
    /// Returns the shape; `look` tells that of the content.
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
    /// Returns a dictionary's shape for keys that are text or whole numbers. A dictionary with other keys is
    /// a list in JSON.
    static func schema(_ look: (any Decodable.Type) -> Schema) -> Schema {
        Key.self == String.self || Key.self == Int.self ? .dictionary(look(Value.self)) : .any
    }
    static var emptyValue: [Key: Value] { [:] }
}

extension Optional: SchemaShaped where Wrapped: Decodable {
    static func schema(_ look: (any Decodable.Type) -> Schema) -> Schema { .nullable(look(Wrapped.self)) }
    static var emptyValue: Wrapped? { nil }
}
