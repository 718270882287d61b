/// The form of numbers, days and times of day in a language.
struct Figures: Sendable, Hashable {
    /// The form in English, and in all that programs read.
    static let english = Figures()

    private enum Piece: Sendable, Hashable {
        case year, month, day
        case text(Character)
    }

    /// The samples of a catalog: it translates them as it does texts.
    static let samples = (number: "1,234.5", day: "2026-11-30", clock: "18:05:09")

    /// The sign before the decimals.
    private(set) var point = "."
    /// The sign between groups of three digits; empty for none.
    private(set) var group = ","
    private var colon = ":"
    private var dayForm: [Piece] = [.year, .text("-"), .month, .text("-"), .day]

    init() {}

    /// Reads the forms of a catalog's samples; those of English, where it has none.
    init(samples texts: [String: String]) {
        if let number = texts[Self.samples.number] {
            group = Self.sign(of: number, after: "1", before: "234")
            point = Self.sign(of: number, after: "234", before: "5")
        }
        if let clock = texts[Self.samples.clock] { colon = Self.sign(of: clock, after: "18", before: "05") }
        if let day = texts[Self.samples.day] { dayForm = Self.form(of: day) }
    }

    /// Returns a day `2026-11-30` in the language's form. Other text stays as it is.
    func day(_ text: String) -> String {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy(Self.isDigit) else {
            return text
        }
        return dayForm.map { piece in
            switch piece {
            case .year: String(parts[0])
            case .month: String(parts[1])
            case .day: String(parts[2])
            case .text(let sign): String(sign)
            }
        }.joined()
    }

    /// Returns a time of day `18:05` or `18:05:09` in the language's form.
    func clock(_ text: String) -> String { text.replacing(":", with: colon) }

    /// Returns a number in English groups, such as `12,345.6`, in the language's form; nil for other text.
    func regrouped(_ text: String) -> String? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, text.utf8.count < 50, (1...3).contains(groups[0].utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            (groups + parts.dropFirst()).allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) })
        else { return nil }
        let decimals = parts.count > 1 ? point + parts[1] : ""
        return groups.joined(separator: group) + decimals
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func sign(of sample: String, after left: String, before right: String) -> String {
        guard let start = sample.firstRange(of: left)?.upperBound,
            let end = sample[start...].firstRange(of: right)?.lowerBound
        else { return "" }
        return String(sample[start..<end])
    }

    private static func form(of sample: String) -> [Piece] {
        var (pieces, rest): ([Piece], Substring) = ([], sample[...])
        let marks: [(String, Piece)] = [("2026", .year), ("11", .month), ("30", .day)]
        while let first = rest.first {
            let mark = marks.first { rest.hasPrefix($0.0) }
            pieces.append(mark?.1 ?? .text(first))
            rest = rest.dropFirst(mark?.0.count ?? 1)
        }
        return pieces
    }
}
