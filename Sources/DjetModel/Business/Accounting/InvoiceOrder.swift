import DjetStore

/// Issues the invoice of an order, or the credit note of a return. A second call returns the first invoice.
///
/// The number is the next of its series. None is ever left out: the number of a failed transaction is given
/// out again. The lines are copied from the order and frozen; ``FindInvoice`` returns them. The day is that
/// of the shop's time zone, which ``SetTimeZone`` sets.
///
/// Each invoice keeps the others from their numbers until its commit. So jobs share a transaction and a call.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown order, ``ModelError/conflict(_:)`` for a total of 0,
///   an order that is not confirmed or in a foreign currency, and a return of an order without an invoice.
public struct InvoiceOrder: CollectiveFunction {
    /// The name `accounting.invoice-order`.
    public static let name = "accounting.invoice-order"
    /// One transaction for up to a hundred.
    public static let commit = Commit.atomic(group: 100)

    /// The order to invoice.
    public var order: Order.ID

    /// Creates the invoicing of one order.
    public init(order: Order.ID) {
        self.order = order
    }

    /// Returns the invoice of each order: the one that it has, or a new one.
    public static func run(
        _ functions: [InvoiceOrder], in model: Model
    ) async throws -> [Result<InvoiceSummary, any Error>] {
        let rows = try await model.database.query(
            """
            select *
            from accounting.invoice_orders(\(functions.map(\.order)), sales.shop_day(\(model.now)))
            """)
        return try rows.map { row in
            if let refusal = try ModelError(refusalIn: row) { return .failure(refusal) }
            return .success(try row.decode())
        }
    }
}
