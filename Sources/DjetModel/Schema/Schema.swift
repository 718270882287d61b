/// The shape of a value as JSON: what a form is made from, what a program reads before it calls.
///
/// `Schema.of(SendLetter.self)` finds it out by itself. A type whose decoding refuses made-up values says its
/// own by ``SchemaDescribed``.
public indirect enum Schema: Sendable, Hashable {
    /// A text.
    case string(Text)
    /// A whole number.
    case integer(ClosedRange<Int64>)
    /// A number with all its digits.
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

    /// The fields of an object; none of anything else.
    public var fields: [Field] {
        if case .object(let fields) = self { fields } else { [] }
    }

    /// The field of a name, if it is an object that has it.
    public subscript(name: String) -> Field? {
        fields.first { $0.name == name }
    }

    /// The shape without its leave to be null.
    public var unwrapped: Schema {
        if case .nullable(let schema) = self { schema.unwrapped } else { self }
    }

    /// Whether it is one value, which a field of a form can hold.
    public var isScalar: Bool {
        switch unwrapped {
        case .string, .integer, .number, .boolean, .date, .dateTime, .file: true
        case .array, .dictionary, .object, .nullable, .any: false
        }
    }
}
