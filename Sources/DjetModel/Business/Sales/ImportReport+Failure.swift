extension ImportReport: OutcomeReport {
    /// The message if no line was accepted; nil otherwise.
    public var failure: String? {
        guard accepted == 0 else { return nil }
        return rejected == 0
            ? "nothing was imported: the file has no lines"
            : "nothing was imported: none of the file's \(lines) lines was accepted; rejects.csv says why"
    }
}
