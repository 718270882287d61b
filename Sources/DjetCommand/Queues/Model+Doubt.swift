import DjetModel

extension Model {
    /// Returns a doubt about the name of a queue that has no jobs and no worker, as a sentence to stand
    /// behind another one. Returns an empty text for any other queue.
    func doubt(aboutQueue name: String) async throws -> String {
        let jobs = try await findJobs(JobSearch(queue: name), limit: 1).jobs
        let workers = try await queues().first { $0.name == name }?.workers ?? 0
        guard jobs.isEmpty, workers == 0 else { return "" }
        return " It has no jobs yet, and no worker claims from it: is the name right?"
    }
}
