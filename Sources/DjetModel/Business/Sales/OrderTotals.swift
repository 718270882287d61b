import DjetStore
public import Foundation

/// How many orders and returns are booked, and their totals.
public struct OrderTotals: ModelFunction {
    /// `sales.order-totals`.
    public static let name = "sales.order-totals"

    /// What is booked.
    public struct Output: Codable, Sendable, Equatable {
        /// The lines of orders and returns.
        public let lines: Int

        /// The orders that are no returns.
        public let orders: Int

        /// The returns.
        public let returns: Int

        /// The sum of the orders' totals.
        public let salesTotal: Decimal

        /// The sum of the returns' totals, as a rule negative.
        public let returnsTotal: Decimal

        /// Both sums together.
        public let netTotal: Decimal
    }

    /// The totals of all orders.
    public init() {}

    /// Adds up what the orders say.
    public func run(in model: Model) async throws -> Output {
        let totals = try await model.database.first("select * from sales.order_totals()", as: Output.self)
        guard let totals else { throw ModelError.unavailable("the order totals have no row") }
        return totals
    }
}
