import DjetStore

/// Finds one order with its lines, and the invoice that it has.
public struct FindOrder: ModelFunction {
    /// `sales.find-order`.
    public static let name = "sales.find-order"
    /// It only reads.
    public static let commit = Commit.detached

    /// What is found.
    public struct Output: Codable, Sendable, Equatable {
        /// The order.
        public let order: Order

        /// Its invoice or credit note; nil if it has none.
        public let invoice: InvoiceReference?
    }

    /// Which order.
    public var order: Order.ID

    /// This order.
    public init(order: Order.ID) {
        self.order = order
    }

    /// Reads it. Throws `ModelError.notFound`.
    public func run(in model: Model) async throws -> Output {
        let results = try await model.database.pipeline([
            "select * from sales.whole_order where id = \(order)",
            "select id, kind, number, issued_on from accounting.invoice where order_id = \(order)",
        ])
        guard let found = try results[0].first?.decode(Order.self) else {
            throw ModelError.notFound("there is no order with the id \(order)")
        }
        return Output(order: found, invoice: try results[1].first?.decode(InvoiceReference.self))
    }
}
