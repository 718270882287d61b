import DjetStore

/// All that somebody has seen of a job: the last line of its log, and what its state and progress were.
///
/// It is complete in itself: whichever process is shown it can go on from there.
public struct EventID: Sendable, Hashable, LosslessStringConvertible {
    /// The last line of the log.
    var line: Int64 = 0
    /// Tells the last state from others.
    var state: UInt64 = 0
    /// Tells the last progress from others.
    var progress: UInt64 = 0
    /// Whether the end has been told.
    var hasEnded = false

    init() {}

    /// Reads what `description` wrote. Nil if it is nothing of the kind.
    public init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard description.utf8.count <= 60, parts.count == 4, let line = Int64(parts[0]), line >= 0,
            let state = UInt64(parts[1], radix: 16), let progress = UInt64(parts[2], radix: 16),
            let end = ["live": false, "ended": true][parts[3]]
        else { return nil }
        (self.line, self.state, self.progress, hasEnded) = (line, state, progress, end)
    }

    /// Whether who has seen this has seen the end of a job that stands so: there is nothing more to tell.
    public func isEnd(of state: TicketState) -> Bool {
        hasEnded && state.status.isEnded && (try? Self.digest(of: state)) == self.state
    }

    /// Such as `17-9f3ac2d15b0e7a44-0-live`.
    public var description: String {
        let digests = [state, progress].map { String($0, radix: 16) }
        return "\(line)-\(digests[0])-\(digests[1])-\(hasEnded ? "ended" : "live")"
    }

    /// FNV-1a of a value's JSON. It guards against accidents, not against people, who could fool none but
    /// themselves.
    static func digest(of value: some Encodable) throws -> UInt64 {
        try JSON.text(of: value).utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
