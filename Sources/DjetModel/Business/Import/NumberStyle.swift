/// How a file writes its numbers, as far as is known: what `1.000` and `1,000` mean.
package enum NumberStyle: Sendable, Equatable {
    /// Somebody said what stands before the decimals: nothing else may.
    case given(DecimalSign)

    /// Other numbers of the file show it.
    case seen(DecimalSign)

    /// Nothing shows it, but commas separate the file's fields, and of `1.000` and `1,000` there is only one: the point is
    /// taken for it, the comma not.
    case assumed

    /// Nothing shows it, or both are to be seen: nobody can say.
    case unknown

    /// What a lone sign before exactly three digits is; nil if nobody knows.
    func meaning(of sign: DecimalSign) -> NumberScan.Meaning? {
        switch self {
        case .given(let decimal), .seen(let decimal): sign == decimal ? .decimals : .grouping
        case .assumed: sign == .point ? .decimals : nil
        case .unknown: nil
        }
    }

    /// The sign that may stand before decimals, if only one may.
    var onlySign: DecimalSign? {
        if case .given(let sign) = self { sign } else { nil }
    }
}
