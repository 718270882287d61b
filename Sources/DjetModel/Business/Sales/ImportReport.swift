public import Foundation

/// What an import of orders has done.
public struct ImportReport: Codable, Sendable {
    /// The lines of the file, the header and blank lines left out: accepted and rejected.
    public let lines: Int

    /// The lines that became order lines.
    public let accepted: Int

    /// The lines that did not, because of themselves or of another line of their order; each is in ``rejects``.
    public let rejected: Int

    /// The orders booked, returns left out.
    public let orders: Int

    /// The returns booked.
    public let returns: Int

    /// The sum of the orders' totals.
    public let salesTotal: Decimal

    /// The sum of the returns' totals, as a rule negative.
    public let returnsTotal: Decimal

    /// Both sums together.
    public let netTotal: Decimal

    /// A CSV file: line number, reason, then the line's fields as they stand in the file; only its header if nothing
    /// was rejected. It can be imported when it has been corrected.
    public let rejects: File

    /// The encoding that the file was taken to have: `utf-8`, `windows-1252`, …; nil in reports of earlier versions.
    public let encoding: String?
}
