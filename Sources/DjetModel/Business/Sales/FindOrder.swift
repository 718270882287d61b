import DjetStore

/// Finds one order with a thousand of its lines, its invoices, and what came back of it.
public struct FindOrder: ModelFunction {
    /// The name `sales.find-order`.
    public static let name = "sales.find-order"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// An order with its invoices.
    public struct Output: Codable, Sendable, Equatable {
        /// The order, with the lines that were asked for; with none if it has no more.
        public let order: Order

        /// The number of the last of these lines if more follow, as `after` for those; nil otherwise.
        public let next: Int?

        /// The first 1,000 invoices of the order, or credit notes of the return, and the credit notes that
        /// correct them, in the order of issue.
        public let invoices: [InvoiceReference]

        /// The first 1,000 returns that undo the order.
        public let returns: [ReturnReference]

        /// The amounts that are left to invoice.
        public let left: LeftToInvoice

        /// The tax on what is left to invoice; nil if nothing is, or a rate is missing.
        public let expected: ExpectedTax?

        /// The id of the order that a return undoes; nil if it names none.
        public let undoneOrder: Order.ID?
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
        let results = try await model.database.pipeline(
            statements + [ExpectedTax.statement(of: order, in: model)])
        guard let row = results[0].first, let left = results[3].first else {
            throw ModelError.notFound("there is no order with the id \(order)")
        }
        let expected: ExpectedTax? = try results[5].first.map { row -> ExpectedTax in try row.decode() }
        return Output(
            order: try row.decode(), next: try row.value("next"),
            invoices: try results[1].map { try $0.decode() }, returns: try results[2].map { try $0.decode() },
            left: try left.decode(), expected: expected,
            undoneOrder: try results[4].first?.value("id"))
    }

    private var statements: [Statement] {
        [
            "select * from sales.find_order(\(order), \(after ?? 0))",
            """
            select i.id, i.kind, i.number, i.issued_on, i.total
            from accounting.invoice i
            where i.order_id = \(order)
            union all
            select c.id, c.kind, c.number, c.issued_on, c.total
            from accounting.invoice i
            join accounting.invoice c on c.corrects = i.id
            where i.order_id = \(order)
            order by id
            limit 1000
            """,
            """
            select r.id, r.number, r.status, r.total
            from sales.order o
            join sales.order r on r.return_of = o.number
            where o.id = \(order)
            order by r.id
            limit 1000
            """,
            "select * from accounting.left_to_invoice(\(order))",
            """
            select u.id
            from sales.order r
            join sales.order u on u.number = r.return_of
            where r.id = \(order)
            """,
        ]
    }
}
