/// The checks of the tables, and of what keeps them from being cleaned.
extension FaultCheck {
    static let ofTables: [FaultCheck] = [
        FaultCheck("missing-partition", by: "missing_days", isPatient: false) { found in
            (
                "The table \(found.subject) has no partition for \(found["day"]): no job could end on that day.",
                "Start a worker, whose beats make them: `djet work`. If one runs, look at its log."
            )
        },
        FaultCheck("old-snapshot", by: "old_snapshots") { found in
            let age = found["age"]
            return (
                "\(found.holder) keeps a transaction open; \(age) others have begun since.",
                """
                \(found.remedy) Meanwhile PostgreSQL cannot remove rows deleted since then, and every queue \
                grows slower.
                """
            )
        },
        FaultCheck("bloated-table", by: "bloated_tables") { found in
            (
                """
                The table \(found.subject) has \(found["dead"]) dead rows beside \(found["live"]) live ones \
                (\(found["size"])), and is not vacuumed.
                """,
                """
                See that autovacuum is on, and that nobody keeps a transaction open. Vacuum it once: \
                `vacuum \(found["table"])`.
                """
            )
        },
    ]
}

extension FaultCheck.Found {
    fileprivate var holder: String {
        guard !self["pid"].isEmpty else { return "The \(self["holder"]) \(self["application"])" }
        let details = [
            self["application"], self["role"].isEmpty ? "" : "role \(self["role"])", self["state"],
        ]
        let shown = details.filter { !$0.isEmpty }.joined(separator: ", ")
        return "Process \(self["pid"]) of the server\(shown.isEmpty ? "" : " (\(shown))")"
    }

    fileprivate var remedy: String {
        switch self["holder"] {
        case "session": "End it: `select pg_terminate_backend(\(self["pid"]))`."
        case "prepared transaction": "Commit it, or `rollback prepared '\(self["application"])'`."
        default: "Look at the standby of the slot, or `select pg_drop_replication_slot('\(subject)')`."
        }
    }
}
