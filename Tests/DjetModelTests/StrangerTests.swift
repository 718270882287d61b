import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Anybody who may connect, even without any right, may take any advisory lock. Djet waits for no lock whose
/// key is predictable.
@Suite(.endsWithTheSuite) struct StrangerTests {
    @Test func nothingWaitsForAStrangersLocks() async throws {
        try await withDatabase(business: true) { database in
            let tables = try await database.store.query(
                """
                select 'jobmachine.worker'::regclass::oid::bigint, 'jobmachine.tally'::regclass::oid::bigint,
                  'jobmachine.history'::regclass::oid::bigint
                """)
            let table = try #require(tables.first)
            let (worker, tally, history) = (
                try table.value(0, as: Int.self), try table.value(1, as: Int.self),
                try table.value(2, as: Int.self)
            )
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            try await ticket.cancel()
            try await database.signedIn { stranger in
                let thief = try await Connection.open(stranger.connectionString)
                try await thief.query(
                    """
                    select pg_advisory_lock(key) from unnest(array[
                      \(tally)::bigint, \(history)::bigint, hashtextextended('djet.migrate', 0),
                      hashtextextended('djet.tree', 0), hashtextextended('sales.import_begin', 0)]) as lock(key)
                    """)
                try await thief.query(
                    "select pg_advisory_lock(\(worker)::integer, id) from generate_series(1, 1000) as lock(id)"
                )
                try await work(in: database, model, ticket)
                thief.close()
            }
        }
    }

    private func work(in database: TestDatabase, _ model: Model, _ ticket: Ticket<String>) async throws {
        let connection = try await Connection.open(
            database.connectionString + " options='-c statement_timeout=20s'")
        let worker = try await connection.first(
            "select jobmachine.register('here', 1, '{default}', 1)", as: Int.self)
        #expect(
            try await connection.first("select jobmachine.beat(\(worker)::integer)", as: Bool.self) == false)
        let status = try await connection.first(
            "select jobmachine.retry(\(ticket.id.number))::text", as: String.self)
        #expect(status == "entered")
        try await runAgain(on: connection, model, ticket)
        let days: Statement = "select count(*) from jobmachine.history_days()"
        try await connection.run(
            script: """
                do $$ begin execute 'drop table jobmachine.' || max(d.name) from jobmachine.history_days() d; end $$;
                select jobmachine.keep_days(), jobmachine.recount(), jobmachine.grant_rights();
                """)
        #expect(try await connection.first(days, as: Int.self) == 8)
        try await database.store.query(
            "update jobmachine.tally_mark set until = date_trunc('minute', now(), 'UTC') - interval '1 hour'")
        let mark = try await connection.first(
            "select jobmachine.roll_up() > now() - interval '10 minutes'", as: Bool.self)
        #expect(mark == true, "it counts")
        try await connection.run(
            script: "begin; select djet.lock_tree(); select sales.import_begin(); rollback;")
        try await database.store.query("delete from jobmachine.migration where number = 0")
        let report = try await Migrator([DjetSQL.queue()]).migrate(database.store, patience: .seconds(20))
        #expect(report.functions == ["jobmachine"])
        connection.close()
    }

    private func runAgain(on connection: Connection, _ model: Model, _ ticket: Ticket<String>) async throws {
        let lost = try await model.offload(Echo(text: "b"), after: [ticket.id])
        try await ticket.cancel()
        #expect(try await lost.status == .error)
        try await connection.query(
            "select jobmachine.take_over(jobmachine.offload('x'), \(ticket.id.number))")
        #expect(try await lost.status == .waiting)
    }

    /// The guide tells installers to let in nobody but the logins that they name.
    @Test func whoMayNotConnectDoesNothing() async throws {
        try await withDatabase { database in
            try await database.signedIn { stranger in
                let ringer = try await Connection.open(stranger.connectionString)
                try await ringer.query("select pg_notify('jobmachine.default', '')")
                ringer.close()
                try await database.signedIn(as: "djet_offload") { office in
                    try await database.store.withConnection { connection in
                        try await connection.run(
                            script: """
                                do $$
                                begin
                                  execute format('revoke connect on database %I from public', current_database());
                                  execute format(
                                    'grant connect on database %I to test_djet_offload', current_database());
                                end
                                $$
                                """)
                    }
                    let error = await #expect(throws: StoreError.self) {
                        try await Connection.open(stranger.connectionString)
                    }
                    #expect(error?.message.contains("permission denied for database") == true)
                    let ticket = try await office.model().offload(Echo(text: "a"))
                    #expect(try await database.model().job(ticket.id).status == .entered)
                }
            }
        }
    }

    @Test func whoWaitsForTheTallyGivesUpWithWords() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            try await ticket.cancel()
            try await database.store.transaction { connection in
                try await connection.query("select jobmachine.lock_tally(alone => true)")
                let error = await #expect(throws: ModelError.self) { try await model.retry(ticket.id) }
                let isPassing = if case .unavailable? = error { true } else { false }
                #expect(isPassing, "\(error.map { "\($0)" } ?? "")")
            }
            #expect(try await model.retry(ticket.id) == .entered)
        }
    }

    @Test func whoWaitsForTheTreeGivesUpWithWords() async throws {
        try await withDatabase { database in
            try await database.store.transaction { connection in
                try await connection.query("select djet.lock_tree()")
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query("select djet.lock_tree()")
                }
                #expect(error?.sqlState?.rawValue == "DJ503")
                #expect(
                    error?.message
                        == "another session has been changing the tree for 10 seconds")
            }
            try await database.store.query("select djet.lock_tree()")
        }
    }
}
