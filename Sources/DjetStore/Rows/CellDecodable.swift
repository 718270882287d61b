import DjetJSON
public import Foundation

/// A type that can be read from a single value of a row.
public protocol CellDecodable: Sendable {
    /// Reads a value; nil if it is not one of this type.
    init?(cell: Cell)
    /// The value for SQL's null; nil where null is not allowed.
    static var null: Self? { get }
}

extension CellDecodable {
    /// Null is not allowed.
    public static var null: Self? { nil }
}

extension CellDecodable where Self: LosslessStringConvertible {
    /// Reads the text.
    public init?(cell: Cell) { self.init(cell.text) }
}

extension String: CellDecodable {
    /// Reads the text.
    public init?(cell: Cell) { self = cell.text }
}

extension Bool: CellDecodable {
    /// Reads `t`, `f`, `true` or `false`.
    public init?(cell: Cell) {
        switch cell.text {
        case "t", "true": self = true
        case "f", "false": self = false
        default: return nil
        }
    }
}

extension Int: CellDecodable {}
extension Int16: CellDecodable {}
extension Int32: CellDecodable {}
extension Int64: CellDecodable {}
extension Double: CellDecodable {}

extension Decimal: CellDecodable {
    /// Reads all digits; nil if there are more than the 38 that a `Decimal` holds.
    public init?(cell: Cell) {
        let text = cell.text
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }
        guard digits.count <= 38 else { return nil }
        self.init(string: text, locale: nil)
    }
}

extension UUID: CellDecodable {
    /// Reads the 36 characters.
    public init?(cell: Cell) { self.init(uuidString: cell.text) }
}

extension Date: CellDecodable {
    /// Reads a `timestamptz`, or a `date` as midnight UTC. `infinity` is infinitely far away.
    public init?(cell: Cell) {
        guard let date = Timestamp.date(fromServer: cell.text) else { return nil }
        self = date
    }
}

extension Array: CellDecodable where Element: CellDecodable {
    /// Reads a `bytea` for `[UInt8]`, else a one-dimensional array.
    public init?(cell: Cell) {
        if Element.self == UInt8.self {
            // By way of `Any`, since a cast from one array type to another converts each element.
            guard let bytes = cell.bytes.map({ $0 as Any }) as? [Element] else { return nil }
            self = bytes
        } else {
            guard let cells = cell.elements else { return nil }
            let elements = cells.compactMap { $0.isNull ? Element.null : Element(cell: $0) }
            guard elements.count == cells.count else { return nil }
            self = elements
        }
    }
}

extension UInt8: CellDecodable {}

extension Optional: CellDecodable where Wrapped: CellDecodable {
    /// Reads a value that is not null.
    public init?(cell: Cell) {
        guard let value = Wrapped(cell: cell) else { return nil }
        self = value
    }

    /// Nil stands for null.
    public static var null: Wrapped?? { .some(nil) }
}
