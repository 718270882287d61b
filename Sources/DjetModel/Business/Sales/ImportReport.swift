public import Foundation

/// The result of an import of orders.
public struct ImportReport: Codable, Sendable {
    /// The number of lines in the file, accepted and rejected, without the header and blank lines.
    public let lines: Int

    /// The number of lines that became order lines.
    public let accepted: Int

    /// The number of lines rejected for themselves or for another line of their order; each is in
    /// ``rejects``.
    public let rejected: Int

    /// The number of orders booked, without returns.
    public let orders: Int

    /// The number of returns booked.
    public let returns: Int

    /// The sum of the orders' totals. This sum and the next two are of what is in the shop's own currency;
    /// ``foreign`` has the rest.
    public let salesTotal: Decimal

    /// The sum of the returns' totals, usually negative.
    public let returnsTotal: Decimal

    /// Both sums together.
    public let netTotal: Decimal

    /// A CSV file of the rejected lines: line number, reason, then the fields as they stand in the file. It
    /// has only its header if nothing was rejected. It can be imported when it has been corrected.
    public let rejects: File

    /// The encoding that the file was read in: `utf-8`, `windows-1252`, …; nil in reports of earlier
    /// versions.
    public let encoding: String?

    /// The orders and returns in each other currency; nil in reports of earlier versions.
    public let foreign: [OrderTotals.Foreign]?
}

extension ImportReport: OutcomeReport {
    /// The message if no line was accepted; nil otherwise.
    public var failure: String? {
        guard accepted == 0 else { return nil }
        if rejected == 0 { return "nothing was imported: the file has no lines" }
        let what = lines == 1 ? "the file's only line was not" : "none of the file's \(lines) lines was"
        return "nothing was imported: \(what) accepted"
    }

    /// The rejected lines; nil if none was rejected.
    public var reasons: File? { rejected > 0 ? rejects : nil }

    /// The file of rejects, if nothing was rejected.
    public var emptyFiles: [File] { rejected > 0 ? [] : [rejects] }
}
