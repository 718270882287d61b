import DjetModel
import Foundation

/// What has come of the demo.
struct DemoResult: Sendable {
    var lines: Int
    var accepted: Int
    var rejected: Int
    var orders: Int
    var returns: Int
    var invoices: Int
    var creditNotes: Int
    /// How many orders could not be invoiced.
    var notInvoiced: Int
    var salesTotal: Decimal
    var returnsTotal: Decimal
    var netTotal: Decimal
    var invoicesFile: File
    var rejectsFile: File
    /// Where the files are.
    var files: [String] = []
    /// How many jobs it took.
    var jobs = 0
    /// How long the whole of it took.
    var seconds = 0.0
}
