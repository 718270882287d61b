/// The result of an import of customers, suppliers, products, prices or tax rates.
public struct RowReport: Codable, Sendable {
    /// The number of lines in the file, accepted and rejected, without the header and blank lines.
    public let lines: Int

    /// The number of lines that created or changed something.
    public let accepted: Int

    /// The number of lines rejected; each is in ``rejects``.
    public let rejected: Int

    /// A CSV file of the rejected lines: line number, reason, then the fields as they stand in the file. It
    /// can be imported when it has been corrected.
    public let rejects: File

    /// The encoding that the file was read in: `utf-8`, `windows-1252`, ….
    public let encoding: String
}

extension RowReport: OutcomeReport {
    /// The message if no line was accepted; nil otherwise.
    public var failure: String? {
        guard accepted == 0 else { return nil }
        if rejected == 0 { return "nothing was imported: the file has no lines" }
        return "nothing was imported: no line of the file was accepted (\(rejected) were not)"
    }

    /// The rejected lines; nil if none was rejected.
    public var reasons: File? { rejected > 0 ? rejects : nil }

    /// The file of rejects, if nothing was rejected.
    public var emptyFiles: [File] { rejected > 0 ? [] : [rejects] }
}
