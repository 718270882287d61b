import DjetStore

/// Takes back lines of an order: places a return of them, receives the goods, and credits them, at once.
///
/// The credit notes name the invoices and their lines, at their prices, discounts and rates of tax. If some
/// of the lines are not invoiced yet, the return waits for that: ``InvoiceOrder`` of the return, or
/// ``InvoiceOpenOrders``, issues them then. Goods that the warehouse has received before, without a return,
/// are not received again; of a closed order, what was invoiced and never shipped is credited alone.
///
/// - Throws: ``ModelError/invalid(_:)`` for an invalid line, ``ModelError/notFound(_:)`` for an unknown
///   order, line or warehouse, ``ModelError/conflict(_:)`` for more of a line than was delivered and is not
///   returned yet, and if something else was returned under the key.
public struct ReturnLines: ModelFunction {
    /// The name `sales.return-lines`.
    public static let name = "sales.return-lines"

    /// The return, with what came of it.
    public struct Output: Codable, Sendable, Equatable {
        /// The return: an order of that kind.
        public let order: Order

        /// The receipt of the goods; nil if none came.
        public let goods: StockTransfer?

        /// The credit notes, one for each invoice that they correct; none while it waits for invoices.
        public let creditNotes: [InvoiceReference]
    }

    /// The id of the order whose lines come back.
    public var order: Order.ID

    /// The lines that come back; at least one. A rebate that was a line of its own is one, too.
    public var lines: [LineQuantity]

    /// The code of the warehouse that takes the goods; nil means `main`.
    public var warehouse: String?

    /// The text by which people find the receipt, at most 200 characters.
    public var reference: String?

    /// A key that the caller makes up, at most 200 characters. The same under the same key is booked once; a
    /// second call returns the first return. Nil books it each time.
    public var key: String?

    /// Creates the return of lines of an order.
    public init(
        order: Order.ID, lines: [LineQuantity], warehouse: String? = nil, reference: String? = nil,
        key: String? = nil
    ) {
        self.order = order
        self.lines = lines
        self.warehouse = warehouse
        self.reference = reference
        self.key = key
    }

    /// Books it all and returns what was booked.
    public func run(in model: Model) async throws -> Output {
        let lines = try LineQuantity.json(lines)
        let warehouse = try PlainText.said(warehouse, as: "warehouse")
        let reference = try PlainText.said(reference, as: "reference")
        let booked = try await model.database.first(
            """
            select *
            from sales.return_lines(
              \(order), \(lines)::jsonb, \(model.now), \(warehouse), \(reference), \(key))
            """,
            as: Booked.self, orThrow: .unavailable("the return was booked but not returned"))
        return try await Self.output(of: booked, in: model)
    }

    private static func output(of booked: Booked, in model: Model) async throws -> Output {
        let results = try await model.database.pipeline([
            "select * from sales.whole_order where id = \(booked.returnId)",
            "select * from logistics.whole_transfer where id = \(booked.transferId)::bigint",
            """
            select id, kind, number, issued_on, total
            from accounting.invoice
            where order_id = \(booked.returnId)
            order by id
            """,
        ])
        guard let order = results[0].first else {
            throw ModelError.unavailable("the return was booked but not found")
        }
        return Output(
            order: try order.decode(), goods: try results[1].first?.decode(StockTransfer.self),
            creditNotes: try results[2].map { try $0.decode() })
    }

    /// The keys of what was booked.
    private struct Booked: Decodable {
        let returnId: Order.ID
        let transferId: Int?
    }
}
