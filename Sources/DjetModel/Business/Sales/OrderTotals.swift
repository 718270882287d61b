import DjetStore
public import Foundation

/// Counts the booked orders and returns, and adds up their totals. Quotes and cancelled orders do not count.
public struct OrderTotals: ModelFunction {
    /// The name `sales.order-totals`.
    public static let name = "sales.order-totals"

    /// The counts and totals of what is booked.
    public struct Output: Codable, Sendable, Equatable {
        /// The number of lines of orders and returns.
        public let lines: Int

        /// The number of orders that are no returns.
        public let orders: Int

        /// The number of returns.
        public let returns: Int

        /// The sum of the orders' totals.
        public let salesTotal: Decimal

        /// The sum of the returns' totals, usually negative.
        public let returnsTotal: Decimal

        /// Both sums together.
        public let netTotal: Decimal

        /// The orders and returns in each other currency; all of the above is in the shop's own.
        public let foreign: [Foreign]

        enum CodingKeys: String, CodingKey {
            case lines, orders, returns, salesTotal, returnsTotal, netTotal, foreign
        }
    }

    /// The counts and totals of orders and returns in a foreign currency.
    public struct Foreign: Codable, Sendable, Equatable {
        /// The currency by ISO 4217.
        public let currency: String

        /// The number of lines of orders and returns.
        public let lines: Int

        /// The number of orders that are no returns.
        public let orders: Int

        /// The number of returns.
        public let returns: Int

        /// The sum of the orders' totals.
        public let salesTotal: Decimal

        /// The sum of the returns' totals, usually negative.
        public let returnsTotal: Decimal

        /// Both sums together.
        public let netTotal: Decimal
    }

    /// Creates the count of all orders.
    public init() {}

    /// Reads the counts and totals.
    public func run(in model: Model) async throws -> Output {
        try await model.database.first(
            "select * from sales.order_totals()", as: Output.self,
            orThrow: .unavailable("the order totals have no row"))
    }
}

extension OrderTotals.Output {
    /// Reads the totals. A reply that was stored before orders had currencies has none in a foreign one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        lines = try container.decode(Int.self, forKey: .lines)
        orders = try container.decode(Int.self, forKey: .orders)
        returns = try container.decode(Int.self, forKey: .returns)
        salesTotal = try container.decode(Decimal.self, forKey: .salesTotal)
        returnsTotal = try container.decode(Decimal.self, forKey: .returnsTotal)
        netTotal = try container.decode(Decimal.self, forKey: .netTotal)
        foreign = try container.decodeIfPresent([OrderTotals.Foreign].self, forKey: .foreign) ?? []
    }
}
