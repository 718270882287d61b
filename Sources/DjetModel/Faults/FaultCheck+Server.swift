/// The checks of the server: its connections, settings and roles.
extension FaultCheck {
    static let ofServer: [FaultCheck] = [
        FaultCheck("scarce-connections", by: "scarce_connections", isPatient: false) { found in
            (
                "\(found["used"]) of the \(found["most"]) connections that the \(found.subject) allows are in use.",
                """
                Give programs fewer (`djet serve --connections`, `djet work --slots`), or allow more \
                (max_connections, `alter database … connection limit`).
                """
            )
        },
        FaultCheck("server-setting", by: "harmful_settings", isPatient: false) { found in
            let place = found["table"].isEmpty ? "" : " for the table \(found["table"])"
            return (
                "\(found.subject) is \(found["value"])\(place): \(harm[found.subject] ?? "it harms the queue").",
                """
                Set it otherwise: `alter system set`, `alter database … set`, `alter role … set` or \
                `alter table … reset`, wherever it was set.
                """
            )
        },
        FaultCheck("excessive-right", by: "excessive_rights", isPatient: false) { found in
            let whom = found.subject == "public" ? "Everybody" : "The role \(found.subject)"
            let others = found["others"] == "0" ? "" : " and \(found["others"]) more"
            let deed = deeds[found["deed"]] ?? "may \(found["deed"])"
            return (
                "\(whom) \(deed) \(found["object"])\(others), which nobody needs to work with the queue.",
                """
                Revoke it. `select jobmachine.grant_rights()`, by the owner, gives djet_offload, djet_work, \
                djet_admin and public their own rights again.
                """
            )
        },
    ]

    /// The harm that a setting does.
    private static let harm = [
        "fsync": "a crash of the machine can destroy the database",
        "full_page_writes": "a crash of the machine can destroy the database",
        "synchronous_commit": "a crash of the server can lose the last commits, those of jobs included",
        "autovacuum": "ended jobs are never removed, and every queue grows slower",
        "autovacuum_enabled": "ended rows are never removed from it",
        "track_counts": "autovacuum does not work without it",
        "track_activities": "nobody can see who keeps a transaction open",
        "session_replication_role": "the triggers that check jobs do not run",
        "default_transaction_read_only": "nothing can be offloaded, and no job can end",
        "zero_damaged_pages": "damaged rows vanish without an error",
        "in_hot_standby": "the server is a standby, and takes no jobs",
    ]

    private static let deeds = [
        "have": "has the attribute", "join": "has the rights of the role",
    ]
}
