/// The order of year, month and day in a file's dates.
public enum DateOrder: String, Codable, Sendable, CaseIterable {
    /// `2010-12-01`.
    case ymd
    /// `12/1/2010`.
    case mdy
    /// `1.12.2010`.
    case dmy

    var example: String {
        switch self {
        case .ymd: "2010-12-01"
        case .mdy: "12/1/2010"
        case .dmy: "1.12.2010"
        }
    }
}

extension Day {
    /// Reads the day that a text begins with, and returns it with the rest of the text; nil if there is none.
    ///
    /// - Parameters:
    ///   - text: such as `12/1/2010 8:26`. The year has four digits; `-`, `/` or a point separates the parts.
    ///   - order: the order of the parts; nil accepts only `2010-12-01`.
    package static func leading(
        _ text: ArraySlice<UInt8>, _ order: DateOrder?
    ) -> (day: Day, rest: ArraySlice<UInt8>)? {
        if let day = Day(iso: text.prefix(10)) { return (day, text.dropFirst(10)) }
        guard let order else { return nil }
        var rest = text
        var numbers: [(value: Int, digits: Int)] = []
        var signs: Set<UInt8> = []
        while numbers.count < 3 {
            if !numbers.isEmpty {
                guard let sign = rest.popFirst(), [.minus, .slash, .point].contains(sign) else { return nil }
                signs.insert(sign)
            }
            let digits = rest.prefix { $0.isDigit }
            guard (1...4).contains(digits.count) else { return nil }
            numbers.append((digits.reduce(0) { $0 * 10 + Int($1 - .zero) }, digits.count))
            rest = rest.dropFirst(digits.count)
        }
        let (year, month, dayOfMonth) =
            switch order {
            case .ymd: (numbers[0], numbers[1], numbers[2])
            case .mdy: (numbers[2], numbers[0], numbers[1])
            case .dmy: (numbers[2], numbers[1], numbers[0])
            }
        guard signs.count == 1, year.digits == 4, month.digits <= 2, dayOfMonth.digits <= 2 else {
            return nil
        }
        return Day(year: year.value, month: month.value, day: dayOfMonth.value).map { ($0, rest) }
    }
}
