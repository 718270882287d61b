/// The rule by which a job is the only one of its key.
///
/// ```swift
/// // Three visitors press the button, and await one job.
/// try await model.offload(CountTotals(), unique: Unique())
/// // Only the last change within ten seconds is sent.
/// try await model.offload(
///     SendBasket(lines), runAt: model.now + 10,
///     unique: Unique(key: "basket 7", while: .waiting, otherwise: .replace))
/// ```
///
/// A key belongs to its function. In a transaction that rolls back it was never taken. A rescued job comes
/// back beside a newer one; a retry is refused while another job has the key.
public struct Unique: Sendable, Hashable {
    /// The key, of 1 to 200 characters. Nil: the arguments are the key.
    public var key: String?
    /// The time for which a job keeps its key.
    public var span: Span
    /// The fate of a second job.
    public var otherwise: Otherwise

    /// Creates a rule.
    public init(key: String? = nil, while span: Span = .live, otherwise: Otherwise = .keep) {
        self.key = key
        self.span = span
        self.otherwise = otherwise
    }
}

extension Unique {
    /// The time for which a job keeps its key.
    public enum Span: Sendable, Hashable {
        /// Until it begins.
        case waiting
        /// Until it has ended.
        case live
        /// From the time when it took the key, until this has gone by, or until it fails or is cancelled.
        case within(Duration)
    }

    /// The fate of a second job.
    public enum Otherwise: String, Sendable, Codable, CaseIterable {
        /// It is not offloaded: its offloader gets the ticket of the first.
        case keep
        /// The first takes its arguments, user, priority and time to run, if it has not begun; otherwise both
        /// run.
        case replace
        /// It is not offloaded: `DuplicateJob` is thrown.
        case refuse
    }
}

extension Unique: CustomStringConvertible {
    /// The rule in words: `while live, by its arguments`.
    public var description: String {
        let time =
            switch span {
            case .waiting: "while waiting"
            case .live: "while live"
            case .within(let time): "within \(Self.text(ofSeconds: time / .seconds(1))) s"
            }
        return "\(time), by \(key.map { "the key \($0)" } ?? "its arguments")"
    }

    private static func text(ofSeconds seconds: Double) -> String {
        Int(exactly: seconds).map(String.init) ?? "\(seconds)"
    }
}

extension Unique: Codable {
    private enum CodingKeys: String, CodingKey {
        case key
        case span = "while"
        case seconds, otherwise
    }

    /// Reads the rule as it travels with its job.
    public init(from decoder: any Decoder) throws {
        let rule = try decoder.container(keyedBy: CodingKeys.self)
        key = try rule.decodeIfPresent(String.self, forKey: .key)
        otherwise = try rule.decode(Otherwise.self, forKey: .otherwise)
        span =
            switch try rule.decode(String.self, forKey: .span) {
            case "waiting": .waiting
            case "within": .within(.bounded(seconds: try rule.decode(Double.self, forKey: .seconds)))
            default: .live
            }
    }

    /// Writes the rule as it travels with its job.
    public func encode(to encoder: any Encoder) throws {
        var rule = encoder.container(keyedBy: CodingKeys.self)
        try rule.encodeIfPresent(key, forKey: .key)
        try rule.encode(otherwise, forKey: .otherwise)
        switch span {
        case .waiting: try rule.encode("waiting", forKey: .span)
        case .live: try rule.encode("live", forKey: .span)
        case .within(let time):
            try rule.encode("within", forKey: .span)
            try rule.encode(time / .seconds(1), forKey: .seconds)
        }
    }
}
