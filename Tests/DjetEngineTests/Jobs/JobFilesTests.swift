import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct JobFilesTests {
    @Test func theFilesOfAReplyAreThereForThoseWithTheRight() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.offload(BigFile(size: 2_000, seed: 7))
                _ = try await ticket.value
                let job = try await jobs.json("/jobs/\(ticket)")
                let path = try #require(job["files"]?.children.first?["path"]?.text)
                let file = try await jobs.admin.get(path)
                #expect(file.status == 200)
                #expect(file["content-disposition"]?.hasPrefix("attachment") == true)
                #expect(try await jobs.watchman.get(path).status == 403)
                #expect(
                    try await jobs.json("/jobs/\(ticket)", by: jobs.watchman)["files"]?.children.isEmpty
                        == true)
                #expect(try await jobs.admin.get("/jobs/\(ticket)/files/4711/x").status == 404)
            }
        }
    }
}
