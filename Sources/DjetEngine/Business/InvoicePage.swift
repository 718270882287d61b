import DjetModel

/// An invoice or a credit note, with its lines.
struct InvoicePage: Codable, Sendable {
    let invoice: Invoice
    /// True if it bears tax, or states why it bears none.
    let isTaxed: Bool
    /// Its state in the ledger; nil if the visitor may not see the ledger.
    let item: FindInvoiceItem.Output?
    /// The address of the invoices.
    let invoicesPath: String
    /// The address of the invoice as it is printed.
    let printPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ invoice: Invoice, _ item: FindInvoiceItem.Output?) {
        self.invoice = invoice
        self.item = item
        invoicesPath = visit.path()
        printPath = visit.path("\(invoice.id)", "print")
        isTaxed = invoice.tax != nil
        paths = BusinessPaths(visit)
    }
}
