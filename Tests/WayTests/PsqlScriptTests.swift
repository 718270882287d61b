import DjetTestSupport
import Testing

/// The words of the scripts of `Examples/psql-worker`.
@Suite struct PsqlScriptTests {
    @Test func argumentsThatAreNoJSONAreToldInWords() async throws {
        try await withDatabase { database in
            let client = try PsqlWorker.client("test.ok", "{bad", on: database, redirection: "2>&1")
            #expect(try await client.text().contains("the arguments are not JSON: write an object, such as"))
            #expect(await client.exitCode() == 2)
        }
    }

    @Test func psqlAloneInstallsTheQueueAndSaysNoMore() async throws {
        try await withDatabase(migrated: false) { database in
            let printed = try await PsqlWorker.installation(on: database)
            #expect(printed == "The queue is there, in the schema jobmachine.\n")
        }
    }
}
