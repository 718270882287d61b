import DjetStore

/// Opens the books again after a day, which stays closed. The database keeps a record of it.
///
/// - Throws: ``ModelError/conflict(_:)`` if nothing after that day is closed.
public struct ReopenPeriod: ModelFunction {
    /// The name `accounting.reopen-period`.
    public static let name = "accounting.reopen-period"

    /// The state of the books afterwards.
    public struct Output: Codable, Sendable, Equatable {
        /// The last closed day; nil if nothing is closed.
        public let closedUntil: Day?
    }

    /// The day that stays the last closed one; nil to open all.
    public var after: Day?

    /// Creates the opening of a period.
    public init(after: Day? = nil) {
        self.after = after
    }

    /// Opens the period, and returns the last closed day.
    public func run(in model: Model) async throws -> Output {
        try await model.database.query("select accounting.reopen_period(\(after?.description)::date)")
        return Output(closedUntil: after)
    }
}
