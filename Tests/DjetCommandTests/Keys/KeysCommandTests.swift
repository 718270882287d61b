import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct KeysCommandTests {
    @Test func keysAreListedAndRotated() async throws {
        try await withDatabase(business: true) { database in
            let model = try database.model([Pay.self]).withKeys("old")
            let ticket = try await model.offload(Pay(order: 7, card: "4111", token: "t"))
            let keys = ["DJET_SECRET_KEYS": textOfKeys(["new", "old"])]
            let before = try await Run.office("keys", "list", "--json", on: database, environment: keys)
            #expect(
                before.output
                    == #"[{"key":"new","state":"writes","values":0},{"key":"old","state":"reads","values":2}]"#
                    + "\n")
            let rotate = try await Run.office("keys", "rotate", on: database, environment: keys)
            #expect(rotate.output == "Jobs encrypted anew with the key “new”: 1\n")
            let again = try await Run.office("keys", "rotate", "--json", on: database, environment: keys)
            #expect(
                again.output == #"{"renewed":0,"skipped":0,"unreadable":0,"unreadableTickets":[]}"# + "\n",
                "\(again.error)")
            let after = try await Run.office("keys", "list", on: database)
            #expect(after.output.contains(#/\nnew +2  missing\n/#))
            let show = try await Run.office("jobs", "show", "\(ticket)", "--json", on: database)
            #expect(show.output.contains(#""card":"secret""#))
            #expect(!show.output.contains("4111"))
        }
    }

    @Test func whatCannotBeReadIsNamedAndAllElseIsRotated() async throws {
        try await withDatabase(business: true) { database in
            let model = try database.model([Pay.self]).withKeys("old")
            try await database.store.query(
                #"""
                select jobmachine.offload('test.pay', jsonb_build_object('order', n, 'card', card::jsonb))
                from unnest(array['{"$secret": "old:AAAA"}', '{"$secret": "gone:AAAA"}', '{"$secret": "old:?"}',
                  concat(repeat('[', 2000), '{"$secret": "old:AAAA"}', repeat(']', 2000))]) with ordinality as one(card, n)
                """#)
            // A function without secrets.
            try await database.store.query(
                #"select jobmachine.offload('sleep', '{"seconds": {"$secret": "old:AAAA"}}')"#)
            _ = try await model.offload((0..<3).map { Pay(order: $0, card: "4111") })
            let keys = ["DJET_SECRET_KEYS": textOfKeys(["new", "old"])]
            let rotate = try await Run.office("keys", "rotate", on: database, environment: keys)
            #expect(rotate.status == 1)
            #expect(rotate.output == "Jobs encrypted anew with the key “new”: 3\n")
            #expect(
                rotate.error.contains(
                    "the secrets of 4 jobs cannot be read: default.1, default.2, default.3, default.4. If"),
                "\(rotate.error)")
            try await database.store.query(
                #"""
                select count(jobmachine.offload('test.pay', '{"order": 1, "card": {"$secret": "old:AAAA"}}'))
                from generate_series(1, 2000)
                """#)
            let many = try await Run.office("keys", "rotate", on: database, environment: keys)
            #expect(many.output == "Jobs encrypted anew with the key “new”: 0\n")
            #expect(many.error.contains("of 2,004 jobs cannot be read: default.1, default.2"))
            #expect(many.error.contains(" and 1,984 more. If"), "\(many.error)")
        }
    }

    @Test func aFileHoldsThem() async throws {
        try await withDatabase(business: true) { database in
            let scratch = try Scratch()
            let file = try scratch.write(textOfKeys(["a", "b"]).replacing(",", with: "\n"), to: "keys")
            let list = try await Run.office(
                "keys", "list", on: database, environment: ["DJET_SECRET_KEYS_FILE": file])
            #expect(list.output.contains(#/\na +0  writes\nb +0  reads\n/#))
        }
    }

    @Test func wrongOnesAreRefusedAndNotRepeated() async throws {
        try await withDatabase(business: true) { database in
            for environment in [
                ["DJET_SECRET_KEYS": "a:geheim"], ["DJET_SECRET_KEYS_FILE": "/nowhere/keys"],
                ["DJET_SECRET_KEYS": textOfKeys(["a"]), "DJET_SECRET_KEYS_FILE": "/nowhere/keys"],
            ] {
                let run = try await Run.office("keys", "list", on: database, environment: environment)
                #expect(run.status == 78)
                #expect(run.error.contains("DJET_SECRET_KEYS"))
                #expect(!run.error.contains("geheim"))
            }
            let none = try await Run.office("keys", "rotate", on: database)
            #expect(none.status == 1)
            #expect(none.error.contains("there is no key to encrypt with: set DJET_SECRET_KEYS"))
        }
    }
}
