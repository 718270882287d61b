import DjetStore

/// Finds out how far an order is delivered: what is reserved, shipped, returned and missing, line by line.
public struct FindDelivery: ModelFunction {
    /// The name `logistics.find-delivery`.
    public static let name = "logistics.find-delivery"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The order's id.
    public var order: Order.ID

    /// The number of the line behind which the lines begin; nil means the first ones.
    public var after: Int?

    /// Creates the search for an order's delivery.
    public init(order: Order.ID, after: Int? = nil) {
        self.order = order
        self.after = after
    }

    /// Returns the delivery. Throws `ModelError.notFound` if there is no such order.
    public func run(in model: Model) async throws -> Delivery {
        let results = try await model.database.pipeline([
            "select true from sales.order where id = \(order)",
            """
            select *
            from logistics.delivery_line
            where order_number = (select number from sales.order where id = \(order))
              and number > \(after ?? 0)
            order by number
            limit \(Delivery.most)
            """,
        ])
        guard results[0].first != nil else {
            throw ModelError.notFound("there is no order with the id \(order)")
        }
        return Delivery(order: order, lines: try results[1].map { try $0.decode() })
    }
}
