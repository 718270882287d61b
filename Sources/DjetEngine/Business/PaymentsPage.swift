import DjetModel

/// A page of payments.
struct PaymentsPage: Codable, Sendable {
    let payments: [ListPayments.Entry]
    /// The `after` of the next page; nil if this is the last.
    let next: PageMark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    /// The customer of the filter.
    let filteredCustomer: String
    /// The first day, as the form shows it.
    let from: String
    /// The last day, as the form shows it.
    let to: String
    let mayUse: Bool
    /// The address of the payments.
    let paymentsPath: String
    /// The address of the import of statements; empty if there is none that the visitor may use.
    let importPath: String

    init(_ visit: Visit, _ output: ListPayments.Output) {
        payments = output.payments
        next = output.next
        nextPath = ListFilter(visit: visit).path(after: output.next, keeping: [])
        isLater = visit.query["after"] != nil
        isFiltered = visit.isFiltered(by: ["customer", "from", "to"])
        filteredCustomer = visit.shown("customer")
        from = visit.shown("from", isDay: true)
        to = visit.shown("to", isDay: true)
        mayUse = visit.may(.use)
        paymentsPath = visit.path()
        importPath = visit.childPath("import")
    }
}

/// A payment with what it settles.
struct PaymentPage: Codable, Sendable {
    let payment: CustomerPayment
    /// The address of the payments.
    let paymentsPath: String
    /// The address of the invoices; empty if there are none that the visitor may see.
    let invoicesPath: String
    /// The address of its entry; empty if the visitor may not see the ledger.
    let entryPath: String

    init(_ visit: Visit, _ payment: CustomerPayment) {
        self.payment = payment
        paymentsPath = visit.path()
        invoicesPath = visit.path(toBasetype: "invoices")
        let ledger = visit.path(toBasetype: "ledger", "entries")
        entryPath = ledger.isEmpty ? "" : "\(ledger)/\(payment.entryId)"
    }
}
