import ArgumentParser
import DjetModel

/// The flags that make a job the only one of its key.
struct UniqueOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Offload nothing while there is such a job: 'waiting' until it begins, 'live' until it has ended, or within a time such as 90s, 10m, 12h or 7d.",
            valueName: "time"),
        transform: Unique.Span.typed)
    var unique: Unique.Span?

    @Option(help: "With --unique: the key by which it is such a job (default: the arguments).") var key:
        String?

    @Option(
        help: ArgumentHelp(
            "With --unique: 'keep' the job that is there and print its ticket, 'replace' its arguments and time if it has not begun, or 'refuse'.",
            valueName: "way"),
        transform: Unique.Otherwise.typed)
    var otherwise: Unique.Otherwise?

    /// The rule; nil if the function's own holds.
    var rule: Unique? {
        unique.map { Unique(key: key, while: $0, otherwise: otherwise ?? .keep) }
    }

    func validate() throws {
        if unique == nil, key != nil || otherwise != nil {
            throw ValidationError("--\(key == nil ? "otherwise" : "key") needs --unique")
        }
        if let key, !(1...200).contains(key.unicodeScalars.count) {
            throw ValidationError("--key must have 1 to 200 characters (got \(key.unicodeScalars.count))")
        }
    }
}

extension Unique.Otherwise {
    fileprivate static func typed(_ text: String) throws -> Unique.Otherwise {
        guard let way = Unique.Otherwise(rawValue: text) else {
            throw ValidationError("--otherwise must be keep, replace or refuse (got “\(text)”)")
        }
        return way
    }
}

extension Unique.Span {
    /// Reads `waiting`, `live`, or a span. Throws `ValidationError` for anything else.
    fileprivate static func typed(_ text: String) throws -> Unique.Span {
        switch text {
        case "waiting": return .waiting
        case "live": return .live
        default:
            guard let span = Duration(span: text) else {
                throw ValidationError(
                    """
                    --unique must be waiting, live, or a time of up to ten years such as 90s, 10m, 12h or 7d (got \
                    “\(text)”)
                    """)
            }
            return .within(span)
        }
    }
}
