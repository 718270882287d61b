/// A number that a flag sets, or else the environment, or else the program.
enum NumberSetting {
    /// Throws `CommandFailure`, which names where a wrong number comes from.
    ///
    /// - Parameters:
    ///   - name: the flag's name; the variable's is made of it.
    ///   - flag: what the command line says.
    ///   - variable: what the environment says.
    static func number<Number: LosslessStringConvertible & Comparable>(
        _ name: String, _ flag: String?, _ variable: String?, _ usual: Number, in range: ClosedRange<Number>
    ) throws -> Number {
        guard let text = flag ?? variable else { return usual }
        if let number = Number(text), range.contains(number) { return number }
        let origin = flag == nil ? EnvironmentSettings.variable(of: name) : "--\(name)"
        throw CommandFailure(
            flag == nil ? .configuration : .usage,
            "\(origin) is “\(text)”: take a number from \(range.lowerBound) to \(range.upperBound)")
    }
}
