import DjetModel

/// An invoice or a credit note, with its lines.
struct InvoicePage: Codable, Sendable {
    let invoice: Invoice
    /// The address of its order; empty if there is none that the visitor may see.
    let orderPath: String

    init(_ visit: Visit, _ invoice: Invoice) {
        self.invoice = invoice
        orderPath = visit.path(toBasetype: "orders", "\(invoice.orderId)")
    }
}
