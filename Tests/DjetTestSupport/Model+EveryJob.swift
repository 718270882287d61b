package import DjetModel
import Testing

extension Model {
    /// The numbers of all jobs that a search finds, page by page: also those for which a search that has run out of
    /// patience says where to go on.
    package func everyJob(_ search: JobSearch = JobSearch(), by limit: Int = 50) async throws -> [Int64] {
        var ids: [Int64] = []
        var cursor: JobCursor?
        repeat {
            let page = try await findJobs(search, after: cursor, limit: limit)
            #expect(page.jobs.count <= limit)
            ids += page.jobs.map(\.id)
            // By way of its text, as it travels in an address.
            cursor = try page.next.map { try #require(JobCursor("\($0)")) }
        } while cursor != nil
        return ids
    }
}
