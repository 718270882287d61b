import DjetModel
import Foundation

/// The demo's result.
struct DemoResult: Sendable {
    var lines: Int
    var accepted: Int
    var rejected: Int
    var orders: Int
    var returns: Int
    var invoices: Int
    var creditNotes: Int
    /// The number of orders and returns that could not be invoiced.
    var notInvoiced: Int
    /// The number of orders and returns in other currencies than the shop's own.
    var foreign: Int
    /// The number of parcels in which the orders were shipped.
    var parcels: Int
    /// The number of payments.
    var payments: Int
    var salesTotal: Decimal
    var returnsTotal: Decimal
    var netTotal: Decimal
    /// The sums of the ledger after invoicing, before anything was paid.
    var ledger: LedgerTotals.Output
    /// The sum of the payments.
    var paid: Decimal
    /// The amount that customers owe after these.
    var openReceivables: Decimal
    var invoicesFile: File
    var rejectsFile: File
    /// The reason why nothing was imported; nil if something was.
    var failure: String?
    /// The paths of the saved files.
    var files: [String] = []
    /// True for generated orders, some of whose lines are broken on purpose.
    var isSample = false
    /// The number of jobs that have ended.
    var jobs = 0
    /// The time from the storing of the orders to the saved files, in seconds.
    var seconds = 0.0
}
