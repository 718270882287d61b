/// The terms of a schedule's jobs. Nil, or no tags, leaves a term to the function.
public struct ScheduleTerms: Sendable, Hashable {
    /// The longest time of an attempt.
    public var timeout: Duration?
    /// The number of attempts.
    public var attempts: Int?
    /// The time after its due time by which a job must have begun. If it has not, it is cancelled.
    public var expires: Duration?
    /// Up to 20 texts of up to 60 characters, by which people find the jobs.
    public var tags: [String]
    /// A note for people, of up to 1,000 characters.
    public var note: String?

    /// Creates terms. Only those that are given count.
    public init(
        timeout: Duration? = nil, attempts: Int? = nil, expires: Duration? = nil, tags: [String] = [],
        note: String? = nil
    ) {
        self.timeout = timeout
        self.attempts = attempts
        self.expires = expires
        self.tags = tags
        self.note = note
    }
}

extension ScheduleTerms: Codable {
    private enum CodingKeys: String, CodingKey {
        case timeout, attempts, expires, tags, note
    }

    /// Reads the terms as they stand in the database, with times in seconds.
    public init(from decoder: any Decoder) throws {
        let terms = try decoder.container(keyedBy: CodingKeys.self)
        timeout = try terms.decodeIfPresent(Double.self, forKey: .timeout).map { .bounded(seconds: $0) }
        attempts = try terms.decodeIfPresent(Int.self, forKey: .attempts)
        expires = try terms.decodeIfPresent(Double.self, forKey: .expires).map { .bounded(seconds: $0) }
        tags = try terms.decodeIfPresent([String].self, forKey: .tags) ?? []
        note = try terms.decodeIfPresent(String.self, forKey: .note)
    }

    /// Writes the terms that are given, with times in seconds.
    public func encode(to encoder: any Encoder) throws {
        var terms = encoder.container(keyedBy: CodingKeys.self)
        try terms.encodeIfPresent(timeout.map { $0 / .seconds(1) }, forKey: .timeout)
        try terms.encodeIfPresent(attempts, forKey: .attempts)
        try terms.encodeIfPresent(expires.map { $0 / .seconds(1) }, forKey: .expires)
        try terms.encodeIfPresent(tags.isEmpty ? nil : tags, forKey: .tags)
        try terms.encodeIfPresent(note, forKey: .note)
    }
}
