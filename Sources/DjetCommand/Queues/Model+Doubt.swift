import DjetModel

extension Model {
    /// A doubt about the name of a queue that has no jobs, and from which no worker claims: a sentence that stands
    /// behind another one. Empty for any other queue.
    func doubt(aboutQueue name: String) async throws -> String {
        let jobs = try await findJobs(JobSearch(queue: name), limit: 1).jobs
        let workers = try await queues().first { $0.name == name }?.workers ?? 0
        guard jobs.isEmpty, workers == 0 else { return "" }
        return " It has no jobs yet, and no worker claims from it: is the name right?"
    }
}
