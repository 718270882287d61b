import DjetStore

/// Counts what is to be done: orders to ship and to invoice, overdue invoices, and products that are out.
///
/// No count takes long: it stops above ``most``.
public struct WorkToDo: ModelFunction {
    /// The name `sales.work-to-do`.
    public static let name = "sales.work-to-do"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached
    /// The greatest number that is counted. One more says that there are more.
    public static let most = 1_000

    /// The counts, each at most one above ``most``.
    public struct Output: Codable, Sendable, Equatable {
        /// The number of orders of which something is to be shipped.
        public let toShip: Int

        /// The number of orders that are to be invoiced, among the last 5,000.
        public let toInvoice: Int

        /// The number of invoices that are overdue.
        public let overdue: Int

        /// The number of products of which a warehouse has nothing free.
        public let outOfStock: Int
    }

    /// Creates the count.
    public init() {}

    /// Counts.
    public func run(in model: Model) async throws -> Output {
        try await model.database.first(
            "select * from sales.work_to_do(sales.shop_day(\(model.now)), \(Self.most)::integer)",
            as: Output.self, orThrow: .unavailable("the work to do was not counted"))
    }
}
