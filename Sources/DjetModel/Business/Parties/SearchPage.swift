import DjetStore

/// A page of what a search finds, and the mark of its end.
struct SearchPage<Entry: Decodable & Sendable>: Sendable {
    let entries: [Entry]
    /// The `after` of the next page; nil if this is the last.
    let next: SearchMark?

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - search: the beginning of what is searched for; nil or blank for all.
    ///   - limit: the most entries; nil means 50.
    ///   - list: returns the statement that lists up to a number of what is searched for.
    /// - Throws: ``ModelError/invalid(_:)`` for a limit out of range, or for an invalid text.
    init(
        _ search: String?, limit: Int?, in model: Model, list: (String?, Int) -> Statement
    ) async throws {
        let amount = try ListedPage<Entry>.amount(limit)
        let search = try PlainText.said(search, as: "search")
        guard search?.unicodeScalars.count ?? 0 <= 200 else {
            throw ModelError.invalid("search has more than 200 characters")
        }
        let rows = try await model.database.query(list(search, amount + 1))
        let page = Array(rows.prefix(amount))
        entries = try page.map { try $0.decode(Entry.self) }
        let last = rows.count > amount ? page.last : nil
        next = try last.flatMap { row in
            let code: String = try row.value("code")
            return SearchMark.Way(rawValue: try row.value("way")).map { SearchMark(way: $0, code: code) }
        }
    }
}
