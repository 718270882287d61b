/// The checks of the workers.
extension FaultCheck {
    static let ofWorkers: [FaultCheck] = [
        FaultCheck("dead-worker", by: "dead_workers") { found in
            guard !found["host"].isEmpty else {
                return (
                    "Worker \(found.subject) was struck off, but \(found["jobs"]) jobs are still claimed by it.",
                    "Look for a transaction that was left open and locks them. The next beat brings them back."
                )
            }
            return (
                """
                \(found.worker) is dead: its session is gone, and no other worker has struck it off. \
                It holds \(found["jobs"]) jobs.
                """, "Start a worker, on any host: `djet work`. It brings the jobs back to the line."
            )
        },
        FaultCheck("frozen-worker", by: "frozen_workers") { found in
            (
                "\(found.worker) is frozen: its session lasts, but it gives no sign of life.",
                """
                Look at the process: it may be stopped, or its machine overloaded or suspended. Kill it, and \
                start another worker: `djet work`.
                """
            )
        },
        FaultCheck("unresponsive-worker", by: "unresponsive_workers") { found in
            (
                "\(found.worker) runs nothing, though nothing keeps the job \(found["ticket"]) from beginning.",
                "Restart the process, and keep its log: a worker should not need it."
            )
        },
        FaultCheck("outdated-worker", by: "outdated_workers") { found in
            (
                "\(found.worker) has run since before the last migration: its program is of an earlier version.",
                "Restart it with the program that migrated the database."
            )
        },
    ]
}

extension FaultCheck.Found {
    fileprivate var worker: String {
        "Worker \(subject) (host \(self["host"]), process \(self["pid"]))"
    }
}
