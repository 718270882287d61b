import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetCommand

/// A program without parts: the queue and the site, and nothing of the business.
@Suite struct BareApplicationTests {
    static let bare = Application(name: "bare", parts: [])
    static let shipped = Application(name: "shipped", parts: [.business])

    @Test func itHasNoTablesOfTheBusiness() async throws {
        #expect(try await Self.schemas(of: Self.bare) == ["djet", "jobmachine"])
        #expect(
            try await Self.schemas(of: Self.shipped)
                == ["accounting", "business", "djet", "jobmachine", "logistics", "sales"])
    }

    @Test func aProgramOfJobsAloneHasNoTablesAndCommandsOfASite() async throws {
        let jobs = Application(name: "jobs", parts: [], hasSite: false)
        #expect(try await Self.schemas(of: jobs) == ["jobmachine"])
        let statuses: [(String, Int32)] = [("serve", 64), ("nodes", 64), ("users", 64), ("jobs", 0)]
        for (command, status) in statuses {
            let run = try await Run.office(command, "--help", environment: ["OFFICE_JOBS": "1"])
            #expect(run.status == status, "\(command): \(run.error)")
        }
    }

    /// Audits, and whatever else looks at the site's tables, do without them.
    @Test func aProgramOfJobsAloneOffloadsAndSteersJobs() async throws {
        try await withDatabase(migrated: false) { database in
            let alone = ["OFFICE_JOBS": "1"]
            let migrated = try await Run.office("migrate", on: database, environment: alone)
            #expect(migrated.status == 0, "\(migrated.error)")
            for arguments in [
                ["offload", "greet", "--args", #"{"whom": "Ada"}"#], ["jobs", "cancel", "default.1"],
                ["jobs", "retry", "default.1"], ["queues", "pause", "default"], ["jobs", "list"],
            ] {
                let run = try await Run(arguments, by: "office", on: database, environment: alone)
                #expect(run.status == 0, "\(arguments): \(run.error)")
            }
        }
    }

    @Test func itHasNoOrdersPage() async throws {
        #expect(try await Self.statuses(of: Self.bare) == [404, 404, 404])
        #expect(try await Self.statuses(of: Self.shipped) == [200, 200, 200])
        #expect(Self.bare.functions.isEmpty && Self.bare.commands.isEmpty)
    }

    @Test func itKnowsNoBasetypeOfTheBusiness() async throws {
        try await Self.withSite(of: Self.bare) { site, _ in
            let names = Set(site.site.basetypes.map(\.name))
            #expect(names.isDisjoint(with: ["orders", "invoices"]))
            #expect(names.isSuperset(of: ["import", "export", "function", "jobmachine"]))
        }
    }

    /// Returns the schemas in which the application's migrations create tables.
    private static func schemas(of application: Application) async throws -> [String] {
        try await withDatabase(migrated: false) { database in
            _ = try await application.migrator().migrate(database.store)
            return try await database.store.rows(
                """
                select distinct schemaname::text from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                order by 1
                """, as: String.self)
        }
    }

    /// Returns the statuses of the business's pages for a program with an administrator's token.
    private static func statuses(of application: Application) async throws -> [Int] {
        try await withSite(of: application) { site, token in
            var statuses: [Int] = []
            for path in ["/orders", "/invoices", "/functions"] {
                statuses.append(try await site.json("GET", path, token: token).status)
            }
            return statuses
        }
    }

    private static func withSite<Result: Sendable>(
        of application: Application, _ body: (TestSite, String) async throws -> Result
    ) async throws -> Result {
        try await withDatabase(migrated: false) { database in
            _ = try await application.migrator().migrate(database.store)
            let model = database.model(application.functions)
            try await model.addUser("root", roles: [Role.administrator])
            let request = TokenRequest(purpose: "Test", rights: Set(Right.allCases))
            let token = try await model.addToken(request, for: "root").token
            return try await DjetTestSupport.withSite(
                model, engines: application.engines, templates: application.templates,
                seeds: application.parts.flatMap { $0.nodes }
            ) { site in
                try await body(site, token)
            }
        }
    }
}
