/// The checks of the queues, and of the kinds of their jobs.
extension FaultCheck {
    static let ofQueues: [FaultCheck] = [
        FaultCheck("unclaimed-queue", by: "unclaimed_queues") { found in
            (
                "No living worker claims from the queue \(found.subject), where \(found["ticket"]) waits.",
                "Start a worker for it: `djet work --queues \(found.subject)`."
            )
        },
        FaultCheck("paused-queue", by: "paused_queues") { found in
            let whom = found["by"].isEmpty ? "" : " by \(found["by"])"
            return (
                "The queue \(found.subject) was paused\(whom), and jobs wait in it or below it.",
                "Resume it: `djet queues resume \(found.subject)`."
            )
        },
        FaultCheck("full-queue", by: "full_queues") { found in
            (
                """
                The jobs of the queue \(found.subject) come in faster than the limits of \(found["limited"]) let \
                them begin: \(found["ticket"]) waits.
                """, "Raise the limits, `djet queues limit \(found.subject)` and so on, or offload less."
            )
        },
        FaultCheck("unknown-kind", by: "unknown_kinds", isPatient: false) { found in
            (
                """
                A worker of the queue \(found["queue"]) has no handler for the kind \(found.subject), and ended \
                \(found["ticket"]) as an error.
                """,
                """
                Start workers of a program that has it, stop the others, and run the jobs again: \
                `djet jobs retry --status error --kind \(found.subject)`.
                """
            )
        },
    ]
}
