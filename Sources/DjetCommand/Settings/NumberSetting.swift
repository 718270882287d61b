/// A number set by a flag, or else by the environment, or else by the program.
enum NumberSetting {
    /// Returns the number. Throws `CommandFailure`, which names the origin of a wrong one.
    ///
    /// - Parameters:
    ///   - name: the flag's name, from which the variable's is made.
    ///   - flag: the value on the command line.
    ///   - variable: the value in the environment.
    static func number<Number: LosslessStringConvertible & Comparable>(
        _ name: String, _ flag: String?, _ variable: String?, _ usual: Number, in range: ClosedRange<Number>
    ) throws -> Number {
        guard let text = flag ?? variable else { return usual }
        if let number = Number(text), range.contains(number) { return number }
        let origin = flag == nil ? EnvironmentSettings.variable(of: name) : "--\(name)"
        throw CommandFailure(
            flag == nil ? .configuration : .usage,
            """
            \(origin) must be a number from \(Self.text(of: range.lowerBound)) to \(Self.text(of: range.upperBound)) \
            (got “\(text)”)
            """)
    }

    /// Returns a number as people write it: a whole one without decimals.
    private static func text(of number: some LosslessStringConvertible) -> String {
        let text = String(number)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
