/// A share of a price as order files write it, held exactly: from 0 to 1, at most 6 decimals.
package struct FixedShare: Sendable, Equatable {
    /// The share times 1,000,000.
    package let millionths: Int64

    /// Reads a share such as `0.05`, or a percentage such as `5%`.
    ///
    /// - Parameters:
    ///   - text: the number without spaces around it.
    ///   - style: the file's style of numbers.
    ///   - inPercent: true if a number without the sign is a percentage, too.
    /// - Throws: `.tooLong` for a number that is below 0 or above the whole, or has too many decimals.
    package init(
        _ text: [UInt8], _ style: NumberStyle, inPercent: Bool
    ) throws(FixedNumber.Problem) {
        guard text.count <= 100 else { throw .notANumber }
        var number = text
        let hasSign = number.last == UInt8(ascii: "%")
        if hasSign {
            number.removeLast()
            while number.last == UInt8.space { number.removeLast() }
        }
        // A hundredth of a ten-thousandth is a millionth.
        let unit: Int64 = hasSign || inPercent ? 10_000 : 1_000_000
        let units = try FixedNumber.units(of: number.span, style, per: unit)
        guard (0...1_000_000).contains(units) else { throw .tooLong }
        millionths = units
    }
}
