import DjetStore

/// Writes the reminders of the day: one letter for each customer who owes something that is overdue.
///
/// An item reaches a level when it is as many days past its due day as the level says, and as many days after
/// its letter before as the levels are apart: one level after the other, and none twice. A customer's letter
/// is of the highest level that one of the items reaches, and lists all that is overdue. Nobody gets two
/// letters a day, one who has as much to get as is overdue gets none, and a walk-in has no address.
///
/// The letters are kept (``ListReminders``). Nothing is sent, and no fee is booked.
///
/// - Throws: ``ModelError/unavailable(_:)`` if others write reminders for more than 10 seconds.
public struct Dun: ModelFunction {
    /// The name `accounting.dun`.
    public static let name = "accounting.dun"

    /// The numbers of what was written.
    public struct Output: Codable, Sendable, Equatable {
        /// The number of letters.
        public let reminders: Int

        /// The number of items that they list.
        public let items: Int

        /// The number of customers who got none, since they have as much to get.
        public let customersLeft: Int
    }

    /// Creates the reminders of the day on which it runs.
    public init() {}

    /// Writes them, all or none.
    public func run(in model: Model) async throws -> Output {
        try await model.database.first(
            "select * from accounting.dun(sales.shop_day(\(model.now)))", as: Output.self,
            orThrow: .unavailable("the reminders were written but not counted"))
    }
}
