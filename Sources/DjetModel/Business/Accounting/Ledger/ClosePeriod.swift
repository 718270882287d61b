import DjetStore

/// Closes the books up to a day: no entry may bear it, or an earlier one, any more.
///
/// It waits for the transactions that are booking just now, at most five seconds.
///
/// - Throws: ``ModelError/conflict(_:)`` for a day that is not over, ``ModelError/unavailable(_:)`` if a
///   transaction was booking for longer.
public struct ClosePeriod: ModelFunction {
    /// The name `accounting.close-period`.
    public static let name = "accounting.close-period"

    /// The last day to close.
    public var upTo: Day

    /// Creates the closing of a period.
    public init(upTo: Day) {
        self.upTo = upTo
    }

    /// Closes the period, and returns the last closed day, which may be a later one.
    public func run(in model: Model) async throws -> Day {
        let day = try await model.database.first(
            "select accounting.close_period(\(upTo.description)::date, sales.shop_day(\(model.now)))::text",
            as: String.self)
        guard let day = day.flatMap({ Day($0) }) else {
            throw ModelError.unavailable("the period was closed, but its last day not returned")
        }
        return day
    }
}
