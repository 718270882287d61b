import DjetStore

/// A page of a list, read with one entry more than it has: that one tells that another page follows.
struct ListedPage<Entry: Decodable & Sendable>: Sendable {
    let entries: [Entry]
    /// The last entry, behind which the next page begins; nil if this page is the last.
    let last: Entry?

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - limit: the most entries; nil means 50.
    ///   - list: returns the statement that lists up to a number of entries.
    /// - Throws: ``ModelError/invalid(_:)`` for a limit out of range.
    init(_ limit: Int?, in model: Model, list: (Int) -> Statement) async throws {
        let amount = try Self.amount(limit)
        let rows = try await model.database.rows(list(amount + 1), as: Entry.self)
        entries = Array(rows.prefix(amount))
        last = rows.count > amount ? entries.last : nil
    }

    /// Returns the length of a page, 50 by default. Throws `ModelError.invalid` unless it is from 1 to 1,000.
    static func amount(_ limit: Int?) throws -> Int {
        let amount = limit ?? 50
        guard (1...1_000).contains(amount) else {
            throw ModelError.invalid("limit must be from 1 to 1000 (got \(amount))")
        }
        return amount
    }
}

extension Day {
    /// Throws ``ModelError/invalid(_:)`` if a period ends before it begins: its lists would be empty and its
    /// sums zero, which looks like an answer.
    ///
    /// - Parameters:
    ///   - from: its first day; nil means from the beginning.
    ///   - to: its last day; nil means to the end.
    static func checkPeriod(_ from: Day?, _ to: Day?) throws {
        guard let from, let to, from > to else { return }
        throw ModelError.invalid("from: \(from) is after to, which is \(to)")
    }
}
