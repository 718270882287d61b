import DjetStore

/// Books the reversal of an entry. What a reversed payment had settled is open again.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown entry, ``ModelError/conflict(_:)`` for one that is
///   reversed already, is a reversal or books an invoice, for a payment of which something was used since,
///   and for a day in a closed period.
public struct ReverseEntry: ModelFunction {
    /// The name `accounting.reverse-entry`.
    public static let name = "accounting.reverse-entry"

    /// The entry to reverse.
    public var entry: Int

    /// The day of the reversal; nil means today in the shop's time zone.
    public var day: Day?

    /// The reason, at most 500 characters.
    public var text: String?

    /// Creates the reversal of an entry.
    public init(entry: Int, day: Day? = nil, text: String? = nil) {
        self.entry = entry
        self.day = day
        self.text = text
    }

    /// Books the reversal and returns it.
    public func run(in model: Model) async throws -> LedgerEntry {
        let text = try text.map { try PlainText.argument($0, as: "text", .prose) }
        return try await model.database.first(
            """
            select *
            from accounting.reverse_entry(
              \(entry), coalesce(\(day?.description)::date, sales.shop_day(\(model.now))), \(text))
            """,
            as: LedgerEntry.self, orThrow: .unavailable("the reversal was booked but not returned"))
    }
}
