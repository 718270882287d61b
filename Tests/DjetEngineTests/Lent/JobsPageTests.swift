import DjetModel
import DjetTestSupport
import Hummingbird
import Testing

@testable import DjetEngine

/// The page of jobs in another application; `HummingbirdTests` run one.
@Suite struct JobsPageTests {
    @Test(arguments: ["", "jobs", "/", "/jobs/"])
    func aPathThatCannotBeOneIsRefused(path: String) async throws {
        try await withDatabase { database in
            _ = #expect(
                throws: ModelError.invalid("“\(path)” cannot be the path of the jobs: write it as /jobs")
            ) {
                try JobsPage<BasicRequestContext>(database.model(), at: path) { _, _ in nil }
            }
        }
    }

    @Test func aVisitorHasTheRightsThatTheApplicationGives() throws {
        let tree = Tree.ofJobs(at: "/admin/jobs", name: "Shop")
        let place = try #require(tree.find("/admin/jobs/default.1"))
        #expect(place.node.basetype == JobmachineEngine.basetype.name)
        #expect(place.rest == ["default.1"])
        let ada = JobsVisitor("ada", rights: [.view, .operate])
        #expect(tree.rights(at: place.node, roles: ada.user.roles) == [.view, .operate])
        #expect(tree.rights(at: place.node, roles: JobsVisitor("bob").user.roles) == [.view])
        #expect(tree.rights(at: place.node, roles: []).isEmpty)
        #expect(tree.find("/admin/jobs/assets/site.css")?.node.basetype == AssetsEngine.basetype.name)
    }
}
