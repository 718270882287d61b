import Foundation

extension JSONTree {
    /// The most characters of a number: more than anybody means, and quickly read.
    private static let mostDigits = 400

    /// The characters of a number; nil for anything else.
    fileprivate var numeral: String? {
        guard case .word(let word) = self, let first = word.utf8.first, first <= UInt8(ascii: "9"),
            word.utf8.count <= Self.mostDigits
        else { return nil }
        return word
    }

    /// True if it is written as a number, of whatever size.
    fileprivate var isNumeral: Bool {
        guard case .word(let word) = self, let first = word.utf8.first else { return false }
        return first <= UInt8(ascii: "9")
    }

    /// The words for a number that is expected instead.
    fileprivate var insteadOfNumber: String {
        isNumeral ? "a number of a size that can be stored" : "a number"
    }
}

extension JSONScalar where Self: FixedWidthInteger {
    static var expectation: String { "a whole number" }

    /// Names the bounds only if a whole number is beyond them.
    static func expectation(insteadOf json: JSONTree) -> String {
        guard let word = json.numeral, word.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || 48...57 ~= $0 })
        else { return expectation }
        return "a whole number from \(min) to \(max)"
    }

    /// Reads a whole number; `1e3` and `1000.0` are whole numbers, too.
    init?(json: JSONTree) {
        guard let word = json.numeral,
            let number = Self(word) ?? Decimal(string: word).flatMap({ Self($0.description) })
        else { return nil }
        self = number
    }

    var json: JSONTree? { .word(description) }
}

extension Int: JSONScalar {}
extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension Int128: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}
extension UInt128: JSONScalar {}

extension JSONScalar where Self: BinaryFloatingPoint & LosslessStringConvertible {
    static var expectation: String { "a number" }

    static func expectation(insteadOf json: JSONTree) -> String { json.insteadOfNumber }

    init?(json: JSONTree) {
        guard let number = json.numeral.flatMap({ Self($0) }), number.isFinite else { return nil }
        self = number
    }

    var json: JSONTree? {
        guard isFinite else { return nil }
        let text = description
        return .word(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}

extension Double: JSONScalar {}
extension Float: JSONScalar {}

extension Decimal: JSONScalar {
    static var expectation: String { "a number" }

    static func expectation(insteadOf json: JSONTree) -> String { json.insteadOfNumber }

    init?(json: JSONTree) {
        guard let number = json.numeral.flatMap({ Decimal(string: $0) }), number.isFinite else { return nil }
        self = number
    }

    var json: JSONTree? { isFinite ? .word(description) : nil }
}
