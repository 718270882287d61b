import DjetModel

extension JobFailure {
    /// The kind of failure in a few words, for people: `Failed dependency`. `Error` for an unknown type.
    var title: String { Self.titles[type] ?? "Error" }

    /// The titles of the words of Djet's own workers, of the worker in Examples/psql-worker, and of Djet's
    /// errors.
    private static let titles = [
        "expired": Words.key("Expired"), "rescue": Words.key("Worker lost"),
        "dependency": Words.key("Failed dependency"),
        "unknown-kind": Words.key("Unknown kind"),
        "unreadable": Words.key("Unreadable job"), "unresponsive": Words.key("No response"),
        "unstorable": Words.key("Unknown reason"),
        "handler": Words.key("Failed handler"), "reply": Words.key("Invalid reply"),
        "DjetModel.ModelError": Words.key("Refused"), "DjetModel.FieldErrors": Words.key("Invalid arguments"),
        "DjetModel.ReplyError": Words.key("Invalid reply"), "DjetModel.JobError": Words.key("Failed job"),
        "DjetStore.StoreError": Words.key("Database error"),
        "Swift.DecodingError": Words.key("Unexpected data"),
    ]
}
