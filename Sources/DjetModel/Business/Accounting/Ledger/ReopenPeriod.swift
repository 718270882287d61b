import DjetStore

/// Opens the books again after a day, which stays closed. The database keeps a record of it.
///
/// - Throws: ``ModelError/conflict(_:)`` if nothing after that day is closed.
public struct ReopenPeriod: ModelFunction {
    /// The name `accounting.reopen-period`.
    public static let name = "accounting.reopen-period"

    /// The day that stays the last closed one; nil to open all.
    public var after: Day?

    /// Creates the opening of a period.
    public init(after: Day? = nil) {
        self.after = after
    }

    /// Opens the period, and returns the last closed day; nil if nothing is closed.
    public func run(in model: Model) async throws -> Day? {
        try await model.database.query("select accounting.reopen_period(\(after?.description)::date)")
        return after
    }
}
