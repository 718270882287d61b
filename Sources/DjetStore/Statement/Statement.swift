/// An SQL statement with its values apart from its text.
///
/// Write it as an interpolated string: `"select * from product where code = \(code)"`. An interpolated
/// value becomes a parameter (`$1`) whatever it contains; it never becomes part of the text. A name known
/// only at run time is written `\(identifier: name)`, and is quoted.
public struct Statement: Sendable, Hashable {
    /// The text, with `$1`, `$2`, … in place of the values.
    public internal(set) var text: String
    /// The values, in the order of their numbers.
    public internal(set) var parameters: [Parameter]
    /// True if the server answers in binary, which pays only for long `bytea` values.
    package var wantsBinary = false
    /// True if its text will not recur, so that the server need not keep it prepared.
    package var isOneOff = false
    /// The part of the program that it comes from, if the error of its refusal must tell.
    package var origin: Origin?

    package init(text: String, parameters: [Parameter] = []) {
        self.text = text
        self.parameters = parameters
    }

    /// Returns the same statement, answered in binary.
    package func binary() -> Statement {
        var copy = self
        copy.wantsBinary = true
        return copy
    }

    /// Returns the same statement, which the server does not keep prepared.
    package func oneOff() -> Statement {
        var copy = self
        copy.isOneOff = true
        return copy
    }

    /// Returns the same statement with an origin.
    package func from(_ origin: Origin) -> Statement {
        var copy = self
        copy.origin = origin
        return copy
    }

    /// A tag of statements, by which the one that was refused is known without a look at its text. The rooms
    /// above name theirs; it is a byte, since every statement has one.
    package struct Origin: RawRepresentable, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }
    }
}

extension Statement: ExpressibleByStringInterpolation {
    /// Creates a statement without values.
    public init(stringLiteral text: String) {
        self.init(text: text)
    }

    /// Creates a statement from its interpolated parts.
    public init(stringInterpolation parts: StringInterpolation) {
        self.init(text: parts.text, parameters: parts.parameters)
    }

    /// The collected text and values of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var parameters: [Parameter] = []

        /// Called by the compiler.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 3 * interpolationCount)
            parameters.reserveCapacity(interpolationCount)
        }

        /// Adds a part of the text.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Adds a value as the next parameter.
        public mutating func appendInterpolation(_ value: some ParameterConvertible) {
            parameters.append(value.parameter)
            text += "$\(parameters.count)"
        }

        /// Adds a value, or null.
        public mutating func appendInterpolation<Value: ParameterConvertible>(_ value: Value?) {
            parameters.append(value?.parameter ?? .null)
            text += "$\(parameters.count)"
        }

        /// Adds the name of a table, column or schema, quoted.
        public mutating func appendInterpolation(identifier name: String) {
            // Searched first: replacing what hardly any name contains is most of the cost.
            let isPlain = !name.utf8.contains(UInt8(ascii: "\""))
            text += "\"" + (isPlain ? name : name.rewritten { $0 == "\"" ? "\"\"" : nil }) + "\""
        }
    }
}
