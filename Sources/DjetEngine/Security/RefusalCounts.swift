import Foundation

/// Counts refused requests, so that a flood of them becomes a few lines: the first of a kind in a minute is told at
/// once, the others of it with their number when the minute is over.
struct RefusalCounts {
    /// What refused requests have in common that are counted together.
    struct Kind: Hashable {
        var status: Int
        var user: String?
        var address: String?
        var method: String
        var path: String
    }

    /// What the log and the audit are to be told.
    struct Told: Equatable {
        /// Nil: of more kinds than are told apart.
        var kind: Kind?
        /// How many there were; 1 for the first, which is told at once.
        var count: Int
    }

    /// How many kinds are told apart in a minute: of one user at one address, and in all.
    static let ofOne = 20
    static let ofAll = 200

    private struct Place: Hashable {
        var user: String?
        var address: String?
    }

    private var begin: Date?
    /// The further ones of each kind that was told.
    private var further: [Kind: Int] = [:]
    private var kinds: [Place: Int] = [:]
    private var others = 0

    /// Counts one, and says what is to be told now.
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

    /// Ends the minute, and says what has not been told of it.
    mutating func end() -> [Told] {
        var told = further.filter { $0.value > 0 }.map { Told(kind: $0.key, count: $0.value) }
        if others > 0 { told.append(Told(kind: nil, count: others)) }
        self = RefusalCounts()
        return told
    }
}
