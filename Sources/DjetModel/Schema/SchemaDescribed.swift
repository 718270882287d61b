public import DjetJSON
public import Foundation

/// A type that gives its own shape: one that decodes itself by hand, or refuses some texts and numbers.
///
/// ```swift
/// extension Sort: SchemaDescribed {
///     static var schema: Schema { .string(.init(pattern: "^[A-Z]{3}$", example: "ABC")) }
/// }
/// ```
public protocol SchemaDescribed: Decodable {
    /// The shape. The `example` and `choices` of its texts must decode to a value.
    static var schema: Schema { get }
}

extension String: SchemaDescribed {
    /// A text.
    public static var schema: Schema { .string }
}

extension Bool: SchemaDescribed {
    /// True or false.
    public static var schema: Schema { .boolean }
}

extension Decimal: SchemaDescribed {
    /// A number with all of its digits.
    public static var schema: Schema { .number }
}

extension Double: SchemaDescribed {
    /// A number.
    public static var schema: Schema { .number }
}

extension Float: SchemaDescribed {
    /// A number.
    public static var schema: Schema { .number }
}

extension Date: SchemaDescribed {
    /// A moment in ISO 8601.
    public static var schema: Schema { .dateTime }
}

extension UUID: SchemaDescribed {
    /// A text of 36 characters.
    public static var schema: Schema {
        .string(.init(format: "uuid", example: "00000000-0000-0000-0000-000000000000"))
    }
}

extension URL: SchemaDescribed {
    /// A text in the format `uri`.
    public static var schema: Schema { .string(.init(format: "uri", example: "https://example.org/")) }
}

extension Data: SchemaDescribed {
    /// The bytes in base64.
    public static var schema: Schema { .string(.init(format: "byte", example: "")) }
}

extension Day: SchemaDescribed {
    /// A day: `2010-12-01`.
    public static var schema: Schema { .date }
}

extension File: SchemaDescribed {
    /// A stored file.
    public static var schema: Schema { .file }
}

extension TicketID: SchemaDescribed {
    /// A text such as `slow.42`.
    public static var schema: Schema {
        .string(.init(pattern: #"^[a-z][a-z0-9_.-]*\.[0-9]+$"#, example: "default.1"))
    }
}

extension Nothing: SchemaDescribed {
    /// An object without fields.
    public static var schema: Schema { .object([]) }
}

extension JSONValue: SchemaDescribed {
    /// Anything.
    public static var schema: Schema { .any }
}
