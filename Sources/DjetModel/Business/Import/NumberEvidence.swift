/// The evidence that a file's numbers give of their style.
package struct NumberEvidence: Sendable, Equatable {
    private var hasPoint = false
    private var hasComma = false

    /// The lone signs of the numbers that can be read in two ways, such as `1.000`.
    private var undecided: Set<DecimalSign> = []

    /// True if there was a number that can be read in two ways.
    var hasUndecided: Bool { !undecided.isEmpty }

    mutating func note(_ scan: NumberScan) {
        if let sign = scan.undecidedSign { undecided.insert(sign) }
        switch scan.evidence {
        case .point: hasPoint = true
        case .comma: hasComma = true
        case nil: break
        }
    }

    /// Returns the file's style of numbers: the one the evidence shows, or `style`.
    func style(otherwise style: NumberStyle) -> NumberStyle {
        switch (hasPoint, hasComma) {
        case _ where style.onlySign != nil: style
        case (true, false): .seen(.point)
        case (false, true): .seen(.comma)
        case (true, true): .unknown
        // `1.000` beside `1,000`: one of them has decimals, and nobody knows which.
        case (false, false): style == .assumed && undecided.count == 2 ? .unknown : style
        }
    }
}
