import Foundation

/// Formats figures for people.
enum Written {
    /// Returns a number in groups of three, not rounded: `12,345.6`. Other text stays as it is.
    static func number(_ text: String, _ figures: Figures = .english) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, !whole.isEmpty, whole.allSatisfy(\.isNumber) else { return text }
        var grouped = ""
        let count = whole.count
        for (index, digit) in whole.enumerated() {
            if index > 0, (count - index).isMultiple(of: 3) { grouped += figures.group }
            grouped.append(digit)
        }
        return sign + grouped + (parts.count > 1 ? figures.point + parts[1] : "")
    }

    /// Returns an amount with at least two decimals, not rounded: `1,234.50`.
    static func money(_ text: String, _ figures: Figures = .english) -> String {
        let decimals = text.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
        let zeros = String(repeating: "0", count: max(0, 2 - decimals))
        return number(decimals == 0 ? text + "." + zeros : text + zeros, figures)
    }

    /// Returns a share as a percentage, not rounded: `5.5 %` for 0.055. Other text stays as it is.
    static func percent(_ text: String, _ figures: Figures = .english) -> String {
        guard let share = Decimal(string: text) else { return text }
        return number("\(share * 100)", figures) + " %"
    }

    /// Returns a size in decimal units: `3.4 MB`.
    static func bytes(_ count: Int, _ figures: Figures = .english) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        var amount = Double(count)
        var unit = 0
        while amount >= 1000, unit < units.count - 1 {
            amount /= 1000
            unit += 1
        }
        return unit == 0 ? "\(count) bytes" : "\(rounded(amount, figures)) \(units[unit])"
    }

    /// Returns a duration: `2.1 s`, `340 ms`, `3 min 20 s`, `2 h 5 min`, `3 d`.
    static func duration(_ seconds: Double, _ figures: Figures = .english) -> String {
        // A page can show any number.
        guard abs(seconds) < 1e12 else { return "\(seconds) s" }
        if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
        if seconds < 60 { return "\(rounded(seconds, figures)) s" }
        let whole = Int(seconds)
        if whole < 3600 { return parts(whole / 60, "min", whole % 60, "s") }
        if whole < 86_400 { return parts(whole / 3600, "h", whole % 3600 / 60, "min") }
        return parts(whole / 86_400, "d", whole % 86_400 / 3600, "h")
    }

    /// Returns an amount of a unit and the rest of it, if there is one.
    private static func parts(_ whole: Int, _ unit: String, _ rest: Int, _ smaller: String) -> String {
        rest == 0 ? "\(whole) \(unit)" : "\(whole) \(unit) \(rest) \(smaller)"
    }

    private static func rounded(_ amount: Double, _ figures: Figures) -> String {
        let tenths = (amount * 10).rounded() / 10
        let isWhole = tenths == tenths.rounded() || tenths >= 100
        return number(isWhole ? String(Int(tenths.rounded())) : String(tenths), figures)
    }
}
