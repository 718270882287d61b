import DjetModel
import DjetStore

/// The jobs of a test.
extension Model {
    /// Returns the jobs that have not ended, oldest first, by one look: none slips through.
    func liveJobs() async throws -> [JobSummary] {
        try await database.rows(queue.live)
    }

    /// Returns the jobs that ended as error, the last first.
    func failedJobs() async throws -> [JobSummary] {
        var jobs: [JobSummary] = []
        var cursor: JobCursor?
        repeat {
            let page = try await findJobs(JobSearch(status: .error), after: cursor, limit: 500)
            jobs += page.jobs
            cursor = page.next
        } while cursor != nil
        return jobs
    }
}

extension Sequence<JobSummary> {
    /// The jobs as lines of an error.
    var lines: String {
        map { job in
            let error = job.errorMessage.map { ": \($0)" } ?? ""
            return "  \(job.ticket) \(job.kind), \(job.status.rawValue)\(error)"
        }.joined(separator: "\n")
    }
}
