import DjetModel

/// The rule by which a job, or those of a schedule, are unique, as pages, forms and JSON have it.
struct UniqueForm: Codable, Sendable, Hashable {
    /// The time for which a job keeps its key.
    enum Span: String, Codable, Sendable, CaseIterable {
        case waiting, live, within
    }

    /// The time for which a job keeps its key: `waiting` until it begins, `live` until it has ended, or
    /// `within` the seconds.
    var span: Span
    /// The seconds of `within`.
    var seconds: Double?
    /// The key, of 1 to 200 characters; null for the arguments.
    var key: String?
    /// The fate of a second job. It is not offloaded, unless told otherwise.
    var otherwise: Unique.Otherwise?

    private enum CodingKeys: String, CodingKey {
        case span = "while"
        case seconds, key, otherwise
    }

    init(_ rule: Unique) {
        key = rule.key
        otherwise = rule.otherwise
        switch rule.span {
        case .waiting: span = .waiting
        case .live: span = .live
        case .within(let time): (span, seconds) = (.within, time / .seconds(1))
        }
    }

    /// The rule. Without seconds, `within` is no time at all: the form's check refuses it.
    var rule: Unique {
        let span: Unique.Span =
            switch span {
            case .waiting: .waiting
            case .live: .live
            case .within: .within(.bounded(seconds: seconds ?? 0))
            }
        return Unique(key: key, while: span, otherwise: otherwise ?? .keep)
    }
}
