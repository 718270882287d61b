import DjetModel

extension JobmachineEngine {
    var workers: [Route] {
        [
            Route(
                .get, "workers", "The workers, what they run now, and who holds the oldest snapshot",
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
