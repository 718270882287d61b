import DjetStore

/// Finds one entry of the ledger with its postings.
public struct FindEntry: ModelFunction {
    /// The name `accounting.find-entry`.
    public static let name = "accounting.find-entry"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The entry's id.
    public var entry: Int

    /// Creates the search for an entry.
    public init(entry: Int) {
        self.entry = entry
    }

    /// Returns the entry. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> LedgerEntry {
        try await model.database.first(
            "select * from accounting.whole_entry where id = \(entry)", as: LedgerEntry.self,
            orThrow: .notFound("there is no entry with the id \(entry)"))
    }
}
