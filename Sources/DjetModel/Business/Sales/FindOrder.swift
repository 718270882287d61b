import DjetStore

/// Finds one order with a thousand of its lines, and the invoice that it has.
public struct FindOrder: ModelFunction {
    /// `sales.find-order`.
    public static let name = "sales.find-order"
    /// It only reads.
    public static let commit = Commit.detached

    /// What is found.
    public struct Output: Codable, Sendable, Equatable {
        /// The order. Its lines are those that were asked for: none if it has no more.
        public let order: Order

        /// The number of the last of these lines if more follow: ask for those after it.
        public let next: Int?

        /// Its invoice or credit note; nil if it has none.
        public let invoice: InvoiceReference?
    }

    /// Which order.
    public var order: Order.ID

    /// The number of the line behind which its lines begin; nil: the first ones.
    public var after: Int?

    /// This order.
    public init(order: Order.ID, after: Int? = nil) {
        self.order = order
        self.after = after
    }

    /// Reads it. Throws `ModelError.notFound`.
    public func run(in model: Model) async throws -> Output {
        let results = try await model.database.pipeline([
            "select * from sales.find_order(\(order), \(after ?? 0))",
            "select id, kind, number, issued_on from accounting.invoice where order_id = \(order)",
        ])
        guard let row = results[0].first else {
            throw ModelError.notFound("there is no order with the id \(order)")
        }
        return Output(
            order: try row.decode(), next: try row.value("next"),
            invoice: try results[1].first?.decode(InvoiceReference.self))
    }
}
