/// A file's style of numbers, as far as it is known: the meaning of `1.000` and `1,000`.
package enum NumberStyle: Sendable, Equatable {
    /// The user named the decimal sign: no other is allowed.
    case given(DecimalSign)

    /// Other numbers of the file show the decimal sign.
    case seen(DecimalSign)

    /// No number shows it. Commas separate the fields, and the file has only one of `1.000` and `1,000`: a
    /// point is taken for the decimal sign, a comma stays undecided.
    case assumed

    /// No number shows it, or the numbers contradict each other.
    case unknown

    /// Returns the meaning of a lone sign before exactly three digits; nil if it is unknown.
    func meaning(of sign: DecimalSign) -> NumberScan.Meaning? {
        switch self {
        case .given(let decimal), .seen(let decimal): sign == decimal ? .decimals : .grouping
        case .assumed: sign == .point ? .decimals : nil
        case .unknown: nil
        }
    }

    /// The only sign that is allowed before decimals; nil if both are.
    var onlySign: DecimalSign? {
        if case .given(let sign) = self { sign } else { nil }
    }
}
