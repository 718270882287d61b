import DjetStore

/// Finds one order with a thousand of its lines, and the invoice that it has.
public struct FindOrder: ModelFunction {
    /// The name `sales.find-order`.
    public static let name = "sales.find-order"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// An order with its invoice.
    public struct Output: Codable, Sendable, Equatable {
        /// The order, with the lines that were asked for; with none if it has no more.
        public let order: Order

        /// The number of the last of these lines if more follow, as `after` for those; nil otherwise.
        public let next: Int?

        /// The order's invoice or credit note; nil if it has none.
        public let invoice: InvoiceReference?
    }

    /// The order's id.
    public var order: Order.ID

    /// The number of the line behind which the lines begin; nil means the first ones.
    public var after: Int?

    /// Creates the search for an order.
    public init(order: Order.ID, after: Int? = nil) {
        self.order = order
        self.after = after
    }

    /// Returns the order. Throws `ModelError.notFound` if there is none.
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

/// An order's pointer to its invoice.
public struct InvoiceReference: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Int

    /// The series: invoice, or credit note for a return.
    public let kind: Invoice.Kind

    /// The number within its series.
    public let number: Int

    /// The day on the invoice.
    public let issuedOn: Day
}
