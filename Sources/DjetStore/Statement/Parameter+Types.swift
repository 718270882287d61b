import DjetJSON
public import Foundation

extension Parameter: ParameterConvertible {
    /// The parameter itself.
    public var parameter: Parameter { self }
}

extension ParameterConvertible where Self: LosslessStringConvertible {
    /// The value's description.
    public var parameter: Parameter { .text(description) }
}

extension String: ParameterConvertible {}
extension Substring: ParameterConvertible {}
extension Bool: ParameterConvertible {}
extension Int: ParameterConvertible {}
extension Int16: ParameterConvertible {}
extension Int32: ParameterConvertible {}
extension Int64: ParameterConvertible {}
extension Double: ParameterConvertible {}

extension Decimal: ParameterConvertible {
    /// All digits, with a point.
    public var parameter: Parameter { .text(description) }
}

extension UUID: ParameterConvertible {
    /// Its 36 characters.
    public var parameter: Parameter { .text(uuidString) }
}

extension Date: ParameterConvertible {
    /// ISO 8601 in UTC, to the microsecond, which is as fine as the server's.
    public var parameter: Parameter { .text(Timestamp.text(of: self)) }
}

extension Duration: ParameterConvertible {
    /// An interval, to the microsecond.
    public var parameter: Parameter {
        let (seconds, attoseconds) = components
        return .text("\(seconds) seconds \(attoseconds / 1_000_000_000_000) microseconds")
    }
}

extension Array: ParameterConvertible where Element: ParameterConvertible {
    /// An array literal, or, for `[UInt8]`, the bytes of a `bytea`.
    public var parameter: Parameter {
        // By way of `Any`, since a cast from one array type to another converts each element: 25 ms for a
        // megabyte. The type is compared first, since an empty array casts to any other.
        if Element.self == UInt8.self, let bytes = (self as Any) as? [UInt8] { return .bytes(bytes) }
        return .text(ArrayLiteral.text(of: map { $0.parameter }))
    }
}

extension UInt8: ParameterConvertible {
    /// The number. An array of these is a `bytea`.
    public var parameter: Parameter { .text(description) }
}

extension Optional: ParameterConvertible where Wrapped: ParameterConvertible {
    /// The value, or null.
    public var parameter: Parameter { self?.parameter ?? .null }
}

/// A value sent as `json` or `jsonb`.
public struct JSONParameter: ParameterConvertible {
    /// The value's JSON.
    public let parameter: Parameter

    /// Encodes a value. Throws the errors of its own encoding.
    public init(_ value: some Encodable) throws {
        parameter = .text(try JSON.text(of: value))
    }
}
