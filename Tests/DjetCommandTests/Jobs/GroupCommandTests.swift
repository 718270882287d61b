import DjetStore
import DjetTestSupport
import Testing

@Suite struct GroupCommandTests {
    @Test func aGroupIsShownListedAndCancelled() async throws {
        try await withDatabase(business: true) { database in
            try await database.store.query(
                """
                select id from jobmachine.offload_group(
                  'close-month', 'test.echo', array['{}', '{}']::jsonb[], 'test.tell-outcome')
                """)
            let shown = try await Run(["jobs", "group", "close-month"], on: database)
            #expect(shown.status == 0, "\(shown.error)")
            for line in [
                "name        close-month", "jobs        2", "live        2",
                "then        default.1 (waiting)",
            ] {
                #expect(shown.output.contains(line), "\(shown.output)")
            }
            let listed = try await Run(["jobs", "list", "--group", "1"], on: database)
            #expect(
                listed.output.contains("default.2") && listed.output.contains("default.3"), "\(listed.error)")
            #expect(!listed.output.contains("default.1 "), "\(listed.output)")
            let job = try await Run(["jobs", "show", "default.2"], on: database)
            #expect(job.output.contains("group       1"), "\(job.output)\(job.error)")
            for group in ["1", "close-month"] {
                let joined = try await Run.office(
                    "offload", "greet", "--args", #"{"whom": "Ada"}"#, "--group", group, on: database)
                #expect(joined.status == 0, "\(joined.error)")
            }
            let cancelled = try await Run(["jobs", "group", "1", "--cancel", "--json"], on: database)
            #expect(cancelled.output.contains(#""cancelled":4"#), "\(cancelled.output)")
            let lost = try await Run.office(
                "offload", "greet", "--args", #"{"whom": "Ada"}"#, "--group", "9", on: database)
            #expect(lost.status == 1 && lost.error.contains("there is no group 9"), "\(lost.error)")
            let unknown = try await Run(["jobs", "group", "close-year"], on: database)
            #expect(unknown.error.contains("there is no group “close-year”"), "\(unknown.error)")
        }
    }
}
