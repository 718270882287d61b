import DjetJSON
import DjetModel

/// A page of invoices and credit notes.
struct InvoicesPage: Codable, Sendable {
    /// The filter, as the form shows it.
    struct Filter: Codable, Sendable {
        let customer: String
        let number: String
        let order: String
        let from: String
        let to: String
        let kinds: [OrdersPage.Choice]
    }

    let invoices: [InvoiceSummary]
    /// True if one of them bears tax, or states why it bears none.
    let isTaxed: Bool
    /// The `after` of the next page; nil if this is the last.
    let next: PageMark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    let filter: Filter
    /// The address of the invoices.
    let invoicesPath: String
    /// The address of the orders; empty if there is none that the visitor may see.
    let ordersPath: String

    init(_ visit: Visit, _ output: ListInvoices.Output) {
        invoices = output.invoices
        isTaxed = output.invoices.contains { $0.tax != nil }
        next = output.next
        nextPath = ListFilter(visit: visit).path(after: output.next, keeping: ["number", "kind", "order"])
        isLater = visit.query["after"] != nil
        let query = visit.query
        isFiltered = ["customer", "number", "kind", "order", "from", "to", "after"].contains {
            query[$0] != nil
        }
        filter = Filter(
            customer: query["customer"] ?? "", number: query["number"] ?? "", order: query["order"] ?? "",
            from: (query["from"] ?? "").beginning(10), to: (query["to"] ?? "").beginning(10),
            kinds: Invoice.Kind.allCases.map {
                .init(value: $0.rawValue, isChosen: $0.rawValue == query["kind"])
            })
        invoicesPath = visit.path()
        ordersPath = visit.path(toBasetype: "orders")
    }
}

/// An invoice or a credit note, with its lines.
struct InvoicePage: Codable, Sendable {
    let invoice: Invoice
    /// True if it bears tax, or states why it bears none.
    let isTaxed: Bool
    /// The address of its order; empty if there is none that the visitor may see.
    let orderPath: String
    /// The address of the invoices.
    let invoicesPath: String
    /// The address of the invoice as it is printed.
    let printPath: String

    init(_ visit: Visit, _ invoice: Invoice) {
        self.invoice = invoice
        invoicesPath = visit.path()
        printPath = visit.path("\(invoice.id)", "print")
        isTaxed = invoice.tax != nil
        orderPath = visit.path(toBasetype: "orders", "\(invoice.orderId)")
    }
}
