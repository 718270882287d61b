/// An SQL statement with its values apart from its text.
///
/// Write it as an interpolated string: `"select * from product where code = \(code)"`. A value that is
/// interpolated becomes a parameter (`$1`), whatever it contains; there is no way to make it part of the
/// text. A name that is known at run time only is written `\(identifier: name)`, and is quoted.
public struct Statement: Sendable, Hashable {
    /// The text, with `$1`, `$2`, … where the values belong.
    public internal(set) var text: String
    /// The values, in the order of their numbers.
    public internal(set) var parameters: [Parameter]
    /// Whether the server is asked to answer in binary, which pays for long `bytea` values alone.
    package var wantsBinary = false
    /// Whether its text will not come again, so that the server need not keep it prepared.
    package var isOneOff = false

    package init(text: String, parameters: [Parameter] = []) {
        self.text = text
        self.parameters = parameters
    }

    /// The same statement, answered in binary.
    package func binary() -> Statement {
        var copy = self
        copy.wantsBinary = true
        return copy
    }
}

extension Statement: ExpressibleByStringInterpolation {
    /// A statement without values.
    public init(stringLiteral text: String) {
        self.init(text: text)
    }

    /// A statement from its interpolated parts.
    public init(stringInterpolation parts: StringInterpolation) {
        self.init(text: parts.text, parameters: parts.parameters)
    }

    /// Collects the text and the values of an interpolated statement.
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
            // To look for what hardly any name contains is most of what this costs.
            let isPlain = !name.utf8.contains(UInt8(ascii: "\""))
            text += "\"" + (isPlain ? name : name.rewritten { $0 == "\"" ? "\"\"" : nil }) + "\""
        }
    }
}
