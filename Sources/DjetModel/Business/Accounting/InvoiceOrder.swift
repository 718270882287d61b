import DjetStore

/// Issues the invoice of an order, or the credit note of a return. A second call returns the first invoice.
///
/// The number is the next of its series. None is ever left out: the number of a failed transaction is given
/// out again. The lines are copied from the order and frozen. The day is that of the shop's time zone, which
/// ``SetTimeZone`` sets.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown order, ``ModelError/conflict(_:)`` for a total of 0.
public struct InvoiceOrder: ModelFunction {
    /// The name `accounting.invoice-order`.
    public static let name = "accounting.invoice-order"

    /// The order to invoice.
    public var order: Order.ID

    /// Creates the invoicing of one order.
    public init(order: Order.ID) {
        self.order = order
    }

    /// Returns the invoice that the order has, or issues it.
    public func run(in model: Model) async throws -> Invoice {
        let invoice = try await model.database.first(
            "select * from accounting.invoice_order(\(order), sales.shop_day(\(model.now)))",
            as: Invoice.self
        )
        guard let invoice else {
            throw ModelError.unavailable("order \(order) was invoiced but not returned")
        }
        return invoice
    }
}
