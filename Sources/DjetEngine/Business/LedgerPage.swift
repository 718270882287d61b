import DjetModel
import Foundation

/// The accounts with their balances in a period.
struct LedgerPage: Codable, Sendable {
    let accounts: [TrialBalance.Row]
    /// The sum of all debits of the period.
    let debit: Decimal
    /// The sum of all credits of the period.
    let credit: Decimal
    /// The last closed day; nil if nothing is closed.
    let closedUntil: Day?
    /// The first day, as the form shows it.
    let from: String
    /// The last day, as the form shows it.
    let to: String
    /// The query that leads to the same period; empty for the whole ledger.
    let period: String
    let mayUse: Bool
    /// The address of the ledger.
    let ledgerPath: String

    init(_ visit: Visit, _ balance: TrialBalance.Output, _ books: FindBooks.Output) {
        accounts = balance.accounts
        debit = balance.debit
        credit = balance.credit
        closedUntil = books.closedUntil
        from = visit.shown("from", isDay: true)
        to = visit.shown("to", isDay: true)
        period = ["from", "to"].compactMap { name in
            visit.query[name].map { "&\(name)=\(Percent.encoded($0))" }
        }.joined()
        mayUse = visit.may(.use)
        ledgerPath = visit.path()
    }
}

/// A page of the statement of an account.
struct StatementPage: Codable, Sendable {
    /// The account's code.
    let code: String
    /// The account's name.
    let accountName: String
    let entries: [AccountStatement.Row]
    /// The `after` of the next page; nil if this is the last.
    let next: PageMark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// The address of the first page; empty if this is the first.
    let firstPath: String
    /// The first day, as the form shows it.
    let from: String
    /// The last day, as the form shows it.
    let to: String
    /// The address of the ledger.
    let ledgerPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ code: String, _ name: String, _ output: AccountStatement.Output) {
        self.code = code
        accountName = name
        entries = output.entries
        next = output.next
        let (path, names) = (visit.path("account"), ["code", "from", "to"])
        nextPath = visit.nextPath(path, keeping: names, output.next.map { [("after", $0.description)] })
        firstPath = visit.query["after"] == nil ? "" : visit.nextPath(path, keeping: names, [])
        from = visit.shown("from", isDay: true)
        to = visit.shown("to", isDay: true)
        ledgerPath = visit.path()
        paths = BusinessPaths(visit)
    }
}

/// An entry of the ledger, with the ways on from it.
struct EntryPage: Codable, Sendable {
    let entry: LedgerEntry
    /// True if the visitor may reverse it, and it can be reversed.
    let mayReverse: Bool
    /// The address of the ledger.
    let ledgerPath: String
    /// The address of the invoice that it books; empty if it books none, or none that the visitor may see.
    let invoicePath: String
    /// The address of the payment that it books; empty if it books none, or none that the visitor may see.
    let paymentPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ entry: LedgerEntry) {
        self.entry = entry
        let isFinal = ["invoice", "reversal"].contains(entry.source) || entry.reversedBy != nil
        mayReverse = visit.may(.use) && !isFinal
        ledgerPath = visit.path()
        paths = BusinessPaths(visit)
        func path(to basetype: String, of source: String) -> String {
            guard entry.source == source, let id = entry.sourceId else { return "" }
            return visit.path(toBasetype: basetype, "\(id)")
        }
        invoicePath = path(to: "invoices", of: "invoice")
        paymentPath = path(to: "payments", of: "payment")
    }
}
