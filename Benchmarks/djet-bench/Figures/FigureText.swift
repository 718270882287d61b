import DjetCommand
import Foundation

/// Formats numbers with three significant digits.
enum FigureText {
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let decimals =
            switch abs(value) {
            case 100...: 0
            case 10...: 1
            case 1...: 2
            default: 3
            }
        return Decimal(value).grouped(decimals: decimals)
    }
}
