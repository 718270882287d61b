/// The checks of what comes again and again: schedules and chores.
extension FaultCheck {
    static let ofSchedules: [FaultCheck] = [
        FaultCheck("paused-schedule", by: "paused_schedules", isPatient: false) { found in
            (
                "The schedule \(found.subject) has paused itself: \(found["why"])",
                "Remove the reason, then resume it: `djet schedules resume \(found.subject)`."
            )
        },
        FaultCheck("late-schedule", by: "late_schedules") { found in
            (
                "The schedule \(found.subject) is due, and no worker has made its job.",
                "Start a worker for its queue: `djet work --queues \(found["queue"])`."
            )
        },
        FaultCheck("failing-chore", by: "failing_chores", isPatient: false) { found in
            (
                "The last run of the chore \(found.subject) failed: \(found["error"])",
                "Remove the reason. It runs again at its next time, which `djet chores` tells."
            )
        },
    ]
}
