import DjetEngine
import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation

/// A site with the jobs page, and people with more or fewer rights there.
struct JobsSite: Sendable {
    let database: TestDatabase
    let model: Model
    let site: TestSite
    /// May see all and do all.
    let admin: Program
    /// May see and operate, but not see arguments.
    let watchman: Program

    /// Returns the JSON at an address.
    func json(_ path: String, by program: Program? = nil) async throws -> JSONTree {
        let answer = try await (program ?? admin).get(path)
        guard answer.status == 200 else { throw Unexpected(answer: answer) }
        return try JSONReader.tree(of: answer.body)
    }

    /// Returns the tickets that a list shows.
    func tickets(_ question: String = "", by program: Program? = nil) async throws -> [String] {
        try await json("/jobs\(question)", by: program)["jobs"]?.children.compactMap { $0["ticket"]?.text }
            ?? []
    }

    /// Returns the page at an address.
    func page(_ path: String, by program: Program? = nil) async throws -> String {
        let answer = try await (program ?? admin).get(path, "Accept: text/html")
        guard answer.status == 200 else { throw Unexpected(answer: answer) }
        return answer.body
    }

    /// Makes a program that acts for a new user with these rights at these nodes.
    func person(_ name: String, at nodes: [String: String]) async throws -> Program {
        try await model.addRole(name, title: name)
        for (path, rights) in nodes {
            try await database.store.query(
                """
                select djet.set_access(
                  (select id from djet.node where path = \(path)), \(name), \(rights)::text[])
                """)
        }
        return try await Program(name, roles: [name], site)
    }

    struct Unexpected: Error {
        var answer: TestAnswer
    }
}

/// Serves the jobs page while `body` runs.
func withJobs<Result: Sendable>(
    limits: SiteLimits = SiteLimits(), _ body: (JobsSite) async throws -> Result
) async throws -> Result {
    try await withDatabase { database in
        // The page compares times with the database's own, so the clock is real here.
        let model = Model(
            store: database.store, functions: Functions(testFunctions), logger: TestDatabase.logger,
            clock: { Date() })
        return try await withSite(model, limits: limits) { site in
            let admin = try await Program("ada", roles: [Role.administrator], site)
            let watchman = try await Program("otto", roles: [Role.operator], site)
            return try await body(
                JobsSite(database: database, model: model, site: site, admin: admin, watchman: watchman))
        }
    }
}
