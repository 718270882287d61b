/// The shape of a value as JSON, for building forms and for programs that call.
///
/// `Schema.of(SendLetter.self)` finds it by itself. A type that refuses made-up values gives its shape
/// through ``SchemaDescribed``.
public indirect enum Schema: Sendable, Hashable {
    /// A text within limits.
    case string(Text)
    /// A whole number in a range.
    case integer(ClosedRange<Int64>)
    /// A number with all of its digits.
    case number
    /// True or false.
    case boolean
    /// A day: `2010-12-01`.
    case date
    /// A moment in ISO 8601: `2026-11-21T20:15:00Z`.
    case dateTime
    /// A stored ``DjetModel/File``.
    case file
    /// Any number of values of one shape.
    case array(Schema)
    /// Values of one shape under names of the caller's choice.
    case dictionary(Schema)
    /// Values under fixed names.
    case object([Field])
    /// A value, or null.
    case nullable(Schema)
    /// Anything.
    case any

    /// A text of any kind.
    public static let string = Schema.string(Text())
    /// A whole number of 64 bits.
    public static let integer = Schema.integer(Int64.min...Int64.max)

    /// The fields of an object; empty for anything else.
    public var fields: [Field] {
        if case .object(let fields) = self { fields } else { [] }
    }

    /// The field of this name; nil if there is none.
    public subscript(name: String) -> Field? {
        fields.first { $0.name == name }
    }

    /// The shape without `nullable`.
    public var unwrapped: Schema {
        if case .nullable(let schema) = self { schema.unwrapped } else { self }
    }

    /// True if it is a single value, which one field of a form can hold.
    public var isScalar: Bool {
        switch unwrapped {
        case .string, .integer, .number, .boolean, .date, .dateTime, .file: true
        case .array, .dictionary, .object, .nullable, .any: false
        }
    }
}
