/// What the numbers of a file show of how it writes them.
package struct NumberEvidence: Sendable, Equatable {
    private var hasPoint = false
    private var hasComma = false

    /// Whether there was a number that can be two: `1.000`.
    private(set) var hasUndecided = false

    mutating func note(_ scan: NumberScan) {
        if scan.isUndecided { hasUndecided = true }
        switch scan.evidence {
        case .point: hasPoint = true
        case .comma: hasComma = true
        case nil: break
        }
    }

    /// How the file writes its numbers, if it is otherwise taken to write them like this.
    func style(otherwise style: NumberStyle) -> NumberStyle {
        switch (hasPoint, hasComma) {
        case _ where style.onlySign != nil: style
        case (true, false): .seen(.point)
        case (false, true): .seen(.comma)
        case (true, true): .unknown
        case (false, false): style
        }
    }
}
