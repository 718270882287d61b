/// A number as order files write it: at most 8 digits before and 4 after the decimal point, held exactly.
package struct FixedNumber: Sendable, Equatable {
    /// The number times 10,000.
    package let tenThousandths: Int64

    /// Why a text is not such a number.
    package enum Problem: Error, Equatable {
        /// It is something else: letters, an exponent, a thousands separator, nothing at all.
        case notANumber

        /// It is a number of more than 8 digits before or more than 4 after the decimal point.
        case tooLong
    }

    package init(tenThousandths: Int64) {
        self.tenThousandths = tenThousandths
    }

    /// Reads `-12.50`; leading zeros and zeros after the last decimal do not count as digits.
    ///
    /// - Parameters:
    ///   - text: the number without spaces around it.
    ///   - allowsComma: whether a decimal comma is read too: `2,55`.
    package init(_ text: Span<UInt8>, allowsComma: Bool) throws(Problem) {
        var index = 0
        let isNegative = !text.isEmpty && text[0] == .minus
        if isNegative { index += 1 }
        var isTooLong = false
        var value = try Self.digits(text, &index, upTo: 100_000_000, &isTooLong) &* 10_000
        if index < text.count {
            guard text[index] == .point || allowsComma && text[index] == .comma else { throw .notANumber }
            index += 1
            value &+= try Self.decimals(text, &index, &isTooLong)
        }
        guard index == text.count else { throw .notANumber }
        guard !isTooLong else { throw .tooLong }
        tenThousandths = isNegative ? -value : value
    }

    /// The amount of a line: quantity times price, in hundredths, rounded half away from zero.
    package static func amount(quantity: FixedNumber, price: FixedNumber) -> Int128 {
        let product = Int128(quantity.tenThousandths) * Int128(price.tenThousandths)
        return (product + (product < 0 ? -500_000 : 500_000)) / 1_000_000
    }

    private static func digits(
        _ text: Span<UInt8>,
        _ index: inout Int,
        upTo limit: Int64,
        _ isTooLong: inout Bool
    ) throws(Problem) -> Int64 {
        let start = index
        var value: Int64 = 0
        while index < text.count, case let digit = text[index] &- .zero, digit <= 9 {
            if value < limit { value = value &* 10 &+ Int64(digit) }
            index += 1
        }
        guard index > start else { throw .notANumber }
        if value >= limit { isTooLong = true }
        return value
    }

    private static func decimals(
        _ text: Span<UInt8>,
        _ index: inout Int,
        _ isTooLong: inout Bool
    ) throws(Problem) -> Int64 {
        let start = index
        while index < text.count, text[index] &- .zero <= 9 { index += 1 }
        guard index > start else { throw .notANumber }
        var value: Int64 = 0
        for place in start..<max(index, start + 4) {
            let digit = place < index ? Int64(text[place] &- .zero) : 0
            if place < start + 4 { value = value &* 10 &+ digit } else if digit > 0 { isTooLong = true }
        }
        return value
    }
}
