import DjetModel

/// Shows the queues, the workers, the schedules and all jobs, live and ended, and changes them.
///
/// The right `view` shows them; `operate` cancels, retries, deletes, pauses and the like; `arguments` shows
/// the jobs' arguments and replies, and sets other arguments. A schedule runs only functions that the person
/// who adds it may expose at a node. A visitor who is confined to tenants has the list and the jobs of these
/// alone, and neither queues, workers and faults nor schedules and charts.
struct JobmachineEngine: Engine {
    static let basetype = Basetype("jobmachine", title: "Jobs", isSingleton: true)

    let watch = JobsWatch()

    var routes: [Route] {
        let shared = (queues + workers + faults + schedules + charts).map { $0.spanningTenants() }
        return lists + shared + bulk + oneJob
    }
}

extension JobmachineEngine {
    var workers: [Route] {
        [
            Route(
                .get, "workers",
                "The workers, their running jobs, the chores, and the holder of the oldest snapshot",
                answer: .page(WorkersListing.self)
            ) { visit in
                async let workers = visit.model.workers()
                async let running = visit.model.runningJobs()
                async let chores = visit.model.chores()
                async let snapshot = visit.model.oldestSnapshot()
                async let refusals = visit.model.refusals()
                let listing = WorkersListing(
                    try await workers, try await running, try await chores, try await snapshot,
                    try await refusals, visit)
                return .page("jobs/workers", title: "Workers", listing)
            }
        ]
    }
}
