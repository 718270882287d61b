import DjetStore
import DjetTestSupport
import Testing

/// Values that the functions of the queue and of the site refuse in words, instead of with PostgreSQL's own.
@Suite struct RefusedValueTests {
    @Test(
        .endsWithTheSuite,
        arguments: [
            ("set_limit('q')", "DJ400", "a rate or a key is missing"),
            ("add_chunk(1, 0, 'b')", "DJ409", "has a chunk 0 already"),
            ("begin_file('a', 'text/csv', repeat('x', 1000000))", "DJ400", "at most 200 characters"),
            (#"buckets_of_day('history', '{"worker": "x"}')"#, "DJ400", "are numbers"),
            (#"ended_keys('{"since": "soon"}')"#, "DJ400", "are numbers"),
            (#"ended_keys('{"group": "x"}')"#, "DJ400", "are numbers"),
            (#"live_keys('{"worker": 1e99}')"#, "DJ400", "are numbers"),
            (#"live_keys('{"tenants": "acme"}')"#, "DJ400", "must be an array"),
            ("note_refusal('fail', null)", "DJ400", "1 or more (got null)"),
            ("note_refusal('fail', 0)", "DJ400", "1 or more (got 0)"),
        ])
    func theQueueSaysSo(_ call: String, _ state: String, _ words: String) async throws {
        try await withDatabase { database in
            try await database.store.query("select jobmachine.begin_file('a.csv', 'text/csv')")
            try await database.store.query("select jobmachine.add_chunk(1, 0, 'a')")
            try await Self.expect("jobmachine.\(call)", is: state, saying: words, in: database)
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            ("add_role('r', at => null)", "must not be null"),
            ("add_user('ada', at => null)", "must not be null"),
            ("begin_sign_in(null)", "must not be null"),
            ("begin_sign_in('ada', at => null)", "must not be null"),
            ("count_sign_in(null, 5, 300, now())", "must not be null"),
            ("enter_audit('ada', null, 'x')", "must not be null"),
            ("enter_audit('ada', 'a', 'x', at => null)", "must not be null"),
            ("enter_server('http://a', null)", "must not be null"),
            ("start_session(null, null, null, now())", "must not be null"),
            ("audit_page(up_to => -1)", "must not be negative"),
            ("user_page(up_to => -1)", "must not be negative"),
            ("totp('x', 1, -1)", "has 6 to 8 digits"),
            ("totp('x', 1, 0)", "has 6 to 8 digits"),
        ])
    func theSiteSaysSo(_ call: String, _ words: String) async throws {
        try await withDatabase { database in
            try await Self.expect("djet.\(call)", is: "DJ400", saying: words, in: database)
        }
    }

    @Test func aPasswordOfAMegabyteIsLookedAtInNoTime() async throws {
        try await withDatabase { database in
            let isSimple = try await database.store.first(
                "select djet.is_simple(repeat('xyäöq7', 170000))", as: Bool.self)
            #expect(isSimple == true)
        }
    }

    @Test func aKeyThatSomebodyElseIsTakingIsNoErrorOfPostgreSQL() async throws {
        try await withDatabase { database in
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query("select from jobmachine.offload_unique('a', key => 'k')")
            try await Self.expect(
                "jobmachine.offload_unique('a', key => 'k')", is: "DJ503", saying: "is taking the key",
                in: database)
        }
    }

    private static func expect(
        _ call: String, is state: String, saying words: String, in database: TestDatabase
    ) async throws {
        let error = await #expect(throws: StoreError.self) {
            try await database.store.query(Statement(text: "select \(call)"))
        }
        #expect(error?.sqlState?.rawValue == state, "\(error.map { "\($0)" } ?? "")")
        #expect(error?.message.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
    }
}
