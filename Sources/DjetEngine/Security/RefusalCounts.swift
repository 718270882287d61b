import Foundation

/// Counts refused requests, so that a flood of them becomes a few lines. The first of a kind in a minute is
/// reported at once; the others are reported as a number when the minute is over.
struct RefusalCounts {
    /// The properties that requests of one kind share.
    struct Kind: Hashable {
        var status: Int
        var user: String?
        var address: String?
        var method: String
        var path: String
    }

    /// A report for the log and the audit.
    struct Told: Equatable {
        /// Nil for the requests beyond the kinds that are told apart.
        var kind: Kind?
        /// The number of requests; 1 for the first of a kind, which is reported at once.
        var count: Int
    }

    /// The most kinds told apart in a minute: of one user at one address, and in all.
    static let ofOne = 20
    static let ofAll = 200

    private struct Place: Hashable {
        var user: String?
        var address: String?
    }

    private var begin: Date?
    /// The number of further requests of each kind that was reported.
    private var further: [Kind: Int] = [:]
    private var kinds: [Place: Int] = [:]
    private var others = 0

    /// Counts a request and returns the reports that are due.
    mutating func count(_ kind: Kind, at now: Date) -> [Told] {
        var told: [Told] = []
        if let begin, abs(now.timeIntervalSince(begin)) >= 60 { told = end() }
        if begin == nil { begin = now }
        let place = Place(user: kind.user, address: kind.address)
        if let count = further[kind] {
            further[kind] = count + 1
        } else if further.count < Self.ofAll, kinds[place, default: 0] < Self.ofOne {
            further[kind] = 0
            kinds[place, default: 0] += 1
            told.append(Told(kind: kind, count: 1))
        } else {
            others += 1
        }
        return told
    }

    /// Ends the minute and returns its outstanding reports.
    mutating func end() -> [Told] {
        var told = further.filter { $0.value > 0 }.map { Told(kind: $0.key, count: $0.value) }
        if others > 0 { told.append(Told(kind: nil, count: others)) }
        self = RefusalCounts()
        return told
    }
}
