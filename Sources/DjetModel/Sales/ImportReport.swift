public import Foundation

/// What an import of orders has done.
public struct ImportReport: Codable, Sendable {
    /// The lines of the file, the header and blank lines left out: accepted and rejected.
    public let lines: Int

    /// The lines that became order lines.
    public let accepted: Int

    /// The lines that did not; each is in ``rejects``.
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

    /// A CSV file: line number, reason, the line as it stands in the file; only its header if nothing was
    /// rejected.
    public let rejects: File
}
