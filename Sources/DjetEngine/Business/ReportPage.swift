import DjetModel
import Foundation

/// A report of the ledger: accounts by kind, each kind with its sum.
struct ReportPage: Codable, Sendable {
    /// The accounts of a kind.
    struct Section: Codable, Sendable {
        let kind: LedgerAccount.Kind
        let accounts: [ReportRow]
        let total: Decimal
    }

    let sections: [Section]
    /// Income less expense; nil in a balance sheet.
    let result: Decimal?
    /// True if the report covers a period, false if it is about a day.
    let isPeriod: Bool
    /// The first day, as the form shows it.
    let from: String
    /// The last day, as the form shows it.
    let to: String
    /// The day of a balance sheet, as the form shows it.
    let on: String
    /// The address of the ledger.
    let ledgerPath: String

    init(
        _ visit: Visit, _ accounts: [ReportRow], _ kinds: [(LedgerAccount.Kind, Decimal)],
        result: Decimal? = nil
    ) {
        sections = kinds.map { kind, total in
            Section(kind: kind, accounts: accounts.filter { $0.kind == kind }, total: total)
        }
        self.result = result
        isPeriod = result != nil
        from = visit.shown("from", isDay: true)
        to = visit.shown("to", isDay: true)
        on = visit.shown("on", isDay: true)
        ledgerPath = visit.path()
    }
}

/// A page of what is open.
struct OpenItemsPage: Codable, Sendable {
    let items: [OpenItems.Item]
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
    /// True if only what is overdue is listed.
    let isOverdue: Bool
    /// The address of the ledger.
    let ledgerPath: String
    /// The address of the invoices; empty if there are none that the visitor may see.
    let invoicesPath: String
    /// The address of the form for a payment; empty if the visitor may not book one.
    let paymentFormPath: String

    init(_ visit: Visit, _ output: OpenItems.Output) {
        items = output.items
        next = output.next
        let names = ["customer", "overdue"]
        nextPath = visit.nextPath(
            visit.path("open-items"), keeping: names, output.next.map { [("after", $0.description)] })
        isLater = visit.query["after"] != nil
        isFiltered = visit.isFiltered(by: names)
        filteredCustomer = visit.shown("customer")
        isOverdue = visit.query["overdue"] != nil
        ledgerPath = visit.path()
        invoicesPath = visit.path(toBasetype: "invoices")
        let mayPay = visit.tree.node(ofBasetype: "payments").map { visit.rights(at: $0).contains(.use) }
        paymentFormPath = mayPay == true ? visit.path(toBasetype: "payments", "new") : ""
    }
}
