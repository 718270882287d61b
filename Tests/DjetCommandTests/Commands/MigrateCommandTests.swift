import DjetTestSupport
import Testing

@Suite struct MigrateCommandTests {
    @Test func itTellsWhatWasApplied() async throws {
        try await withDatabase(migrated: false) { database in
            let first = try await Run.office("migrate", on: database)
            #expect(first.output.contains("applied    jobmachine: migrations/0001_queue.sql\n"))
            #expect(first.output.contains("installed  functions of jobmachine\n"))
            let second = try await Run.office("migrate", on: database)
            #expect(second.output == "Nothing to do: the database is up to date.\n")
            let json = try await Run.office("migrate", "--json", on: database)
            #expect(json.output == "{\"applied\":[],\"functions\":[]}\n")
        }
    }

    @Test func theSitesRolesAreThereBeforeItIsStarted() async throws {
        try await withDatabase(migrated: false) { database in
            _ = try await Run(["migrate"], on: database)
            let add = try await Run(
                ["users", "add", "grace", "--role", "administrator", "--role", "operator"], on: database)
            #expect(add.output.hasPrefix("grace is added."), "\(add.error)")
            let nodes = try await Run(["nodes", "list"], on: database)
            #expect(nodes.output.contains("/jobs"), "\(nodes.error)")
            _ = try await Run(["nodes", "remove", "/today"], on: database)
            _ = try await Run(["migrate"], on: database)
            let after = try await Run(["nodes", "list"], on: database)
            #expect(!after.output.contains("/today"), "what somebody has removed does not come back")
        }
    }

    @Test func theQueueCanLiveInAnotherSchema() async throws {
        try await withDatabase(migrated: false) { database in
            let environment = ["DJET_SCHEMA": "second_office"]
            _ = try await Run.office("migrate", on: database, environment: environment)
            let run = try await Run.office(
                "offload", "greet", "--args", #"{"whom": "Ada"}"#, "--schema", "second_office", on: database)
            #expect(run.output == "default.1\n", "\(run.error)")
        }
    }
}
