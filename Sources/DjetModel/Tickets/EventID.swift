import DjetJSON
import DjetStore

/// A position in a job's events: the last line of its log, the last state and the last progress that were
/// seen.
///
/// It is complete in itself: any process can go on from there.
public struct EventID: Sendable, Hashable, LosslessStringConvertible {
    /// The number of the log's last line.
    var line: Int64 = 0
    /// The digest of the last state.
    var state: UInt64 = 0
    /// The digest of the last progress.
    var progress: UInt64 = 0
    /// True if the end has been reported.
    var hasEnded = false

    init() {}

    /// Reads the form that `description` writes. Nil for any other text.
    public init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard description.utf8.count <= 60, parts.count == 4, let line = Int64(parts[0]), line >= 0,
            let state = UInt64(parts[1], radix: 16), let progress = UInt64(parts[2], radix: 16),
            let end = ["live": false, "ended": true][parts[3]]
        else { return nil }
        (self.line, self.state, self.progress, hasEnded) = (line, state, progress, end)
    }

    /// Returns true if this position lies after the end of a job in this state, so that nothing more is to be
    /// reported.
    public func isEnd(of state: TicketState) -> Bool {
        hasEnded && state.status.isEnded && (try? Self.digest(of: state)) == self.state
    }

    /// The position as text, such as `17-9f3ac2d15b0e7a44-0-live`.
    public var description: String {
        let digests = [state, progress].map { String($0, radix: 16) }
        return "\(line)-\(digests[0])-\(digests[1])-\(hasEnded ? "ended" : "live")"
    }

    /// Returns the fingerprint of a value's JSON. A forger deceives nobody else.
    static func digest(of value: some Encodable) throws -> UInt64 {
        Fingerprint(of: try JSON.text(of: value).utf8).value
    }
}
