package import DjetModel
import Testing

extension Model {
    /// Returns the numbers of all jobs that a search finds, page by page. Includes those behind a cursor at
    /// which a search ran out of patience.
    package func everyJob(_ search: JobSearch = JobSearch(), by limit: Int = 50) async throws -> [Int64] {
        var ids: [Int64] = []
        var cursor: JobCursor?
        repeat {
            let page = try await findJobs(search, after: cursor, limit: limit)
            #expect(page.jobs.count <= limit)
            ids += page.jobs.map(\.id)
            // The cursor passes through its text, as in an address.
            cursor = try page.next.map { try #require(JobCursor("\($0)")) }
        } while cursor != nil
        return ids
    }
}
