import DjetModel
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
            #expect(again.output == #"{"renewed":0,"skipped":0,"unreadable":0}"# + "\n", "\(again.error)")
            let after = try await Run.office("keys", "list", on: database)
            #expect(after.output.contains(#/\nnew +2  missing\n/#))
            let show = try await Run.office("jobs", "show", "\(ticket)", "--json", on: database)
            #expect(show.output.contains(#""card":"secret""#))
            #expect(!show.output.contains("4111"))
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
