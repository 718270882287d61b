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
