import ArgumentParser

extension Duration {
    private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]

    /// Reads a number and a unit, such as `90s`, `10m`, `12h` or `7d`, of up to ten years. Nil for any other
    /// text.
    init?(span text: String) {
        guard let unit = text.last.flatMap({ Self.units[$0] }), let number = Int(text.dropLast()),
            (1...315_576_000 / unit).contains(number)
        else { return nil }
        self = .seconds(number * unit)
    }

    /// Returns a span from typed text. Throws `ValidationError` if it is none.
    static func typed(_ text: String) throws -> Duration {
        guard let span = Duration(span: text) else {
            throw ValidationError(
                "“\(text)” is not a span: write a number and a unit, such as 90s, 10m, 12h or 7d")
        }
        return span
    }
}
