import DjetModel

/// Shows the queues, the workers, the schedules and all jobs, live and ended, and changes them.
///
/// The right `view` shows them; `operate` cancels, retries, deletes, pauses and the like; `arguments` shows
/// the jobs' arguments and replies, and sets other arguments. A schedule runs only functions that the person
/// who adds it may expose at a node.
struct JobmachineEngine: Engine {
    static let basetype = Basetype("jobmachine", title: "Jobs", isSingleton: true)

    let watch = JobsWatch()

    var routes: [Route] { lists + queues + workers + schedules + charts + bulk + oneJob }
}

extension JobmachineEngine {
    var workers: [Route] {
        [
            Route(
                .get, "workers", "The workers, their running jobs, and the holder of the oldest snapshot",
                answer: .page(WorkersListing.self)
            ) { visit in
                async let workers = visit.model.workers()
                async let running = visit.model.runningJobs()
                async let snapshot = visit.model.oldestSnapshot()
                async let refusals = visit.model.refusals()
                let listing = WorkersListing(
                    try await workers, try await running, try await snapshot, try await refusals, visit)
                return .page("jobs/workers", title: "Workers", listing)
            }
        ]
    }
}
