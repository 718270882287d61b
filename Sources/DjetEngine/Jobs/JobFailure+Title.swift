import DjetModel

extension JobFailure {
    /// The kind of failure in a few words, for people: `Failed dependency`. `Error` for an unknown type.
    var title: String { Self.titles[type] ?? "Error" }

    /// The titles of the words of Djet's own workers, of the worker in Examples/psql-worker, and of Djet's
    /// errors.
    private static let titles = [
        "expired": "Expired", "rescue": "Worker lost", "dependency": "Failed dependency",
        "unknown-kind": "Unknown kind",
        "unreadable": "Unreadable job", "unresponsive": "No response", "unstorable": "Unknown reason",
        "handler": "Failed handler", "reply": "Invalid reply",
        "DjetModel.ModelError": "Refused", "DjetModel.FieldErrors": "Invalid arguments",
        "DjetModel.ReplyError": "Invalid reply", "DjetModel.JobError": "Failed job",
        "DjetStore.StoreError": "Database error", "Swift.DecodingError": "Unexpected data",
    ]
}
