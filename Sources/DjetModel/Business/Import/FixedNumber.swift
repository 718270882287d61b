/// A number as order files write it, held exactly: at most 8 digits before and 4 after the decimal sign.
package struct FixedNumber: Sendable, Equatable {
    /// The number times 10,000.
    package let tenThousandths: Int64

    /// A reason why a text is not such a number.
    package enum Problem: Error, Equatable {
        /// Something else than a number: letters, an exponent, a currency, misplaced signs, nothing at all.
        case notANumber

        /// A number with more than 8 digits before or more than 4 after the decimal sign.
        case tooLong

        /// A number that depends on the decimal sign, such as `1.000`.
        case undecided
    }

    package init(tenThousandths: Int64) {
        self.tenThousandths = tenThousandths
    }

    /// Reads `-12.50`, `+1`, `.5`, `1,234.50` and `1.234,50`. Leading zeros, and zeros after the last
    /// decimal, do not count as digits.
    ///
    /// - Parameters:
    ///   - text: the number without spaces around it.
    ///   - style: the file's style of numbers.
    package init(_ text: Span<UInt8>, _ style: NumberStyle) throws(Problem) {
        tenThousandths = try Self.units(of: text, style, per: 10_000)
    }

    /// Reads the same numbers, with as many decimals as `unit` has zeros.
    ///
    /// - Parameter unit: the number of units that make one.
    static func units(
        of text: Span<UInt8>, _ style: NumberStyle, per unit: Int64
    ) throws(Problem) -> Int64 {
        guard let scan = NumberScan(text) else { throw .notANumber }
        let sign = try scan.decimalSign(style, end: text.count)
        var isTooLong = false
        var value: Int64 = 0
        for index in scan.start..<sign where text[index].isDigit {
            if value < 100_000_000 { value = value &* 10 &+ Int64(text[index] &- .zero) }
        }
        if value >= 100_000_000 { isTooLong = true }
        value = value &* unit
        var place = unit / 10
        for index in min(sign + 1, text.count)..<text.count {
            let digit = Int64(text[index] &- .zero)
            if place == 0, digit > 0 { isTooLong = true }
            value &+= digit &* place
            place /= 10
        }
        guard !isTooLong else { throw .tooLong }
        return scan.isNegative ? -value : value
    }

    /// Returns the number without grouping, with none or four decimals: three could be a group of digits.
    func text(_ sign: DecimalSign) -> String {
        let (whole, fraction) = tenThousandths.magnitude.quotientAndRemainder(dividingBy: 10_000)
        let digits = (tenThousandths < 0 ? "-" : "") + String(whole)
        guard fraction > 0 else { return digits }
        return "\(digits)\(sign == .point ? "." : ",")\(String(10_000 + fraction).dropFirst())"
    }

    /// Returns the amount of a line: quantity times price less the discount, in hundredths, rounded half away
    /// from zero.
    package static func amount(
        quantity: FixedNumber, price: FixedNumber, discount: FixedShare? = nil
    ) -> Int128 {
        let product = Int128(quantity.tenThousandths) * Int128(price.tenThousandths)
        guard let discount else { return (product + (product < 0 ? -500_000 : 500_000)) / 1_000_000 }
        let rest = product * Int128(1_000_000 - discount.millionths)
        let half: Int128 = 500_000_000_000
        return (rest + (rest < 0 ? -half : half)) / (2 * half)
    }
}
