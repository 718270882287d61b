import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct SignInTests {
    @Test func whoKnowsThePasswordIsSignedIn() async throws {
        try await withPeople { people in
            let signedIn = try await people.stranger().signIn(" Ada ", password: People.password)
            #expect(signedIn.token.count == 43)
            #expect(signedIn.session.user.name == "ada")
            #expect(signedIn.session.user.roles == ["everyone", "users"])
            let session = try await people.model.session(ofToken: signedIn.token)
            #expect(session == signedIn.session)
        }
    }

    @Test func twoWhoSignInAsTheWorkHasGrownDoNotLockEachOtherOut() async throws {
        try await withPeople { people in
            try await people.database.store.query(
                "create or replace function djet.password_cost() returns integer language sql as 'select 8'")
            async let one = people.stranger(from: "192.0.2.1").signIn("ada", password: People.password)
            async let other = people.stranger(from: "192.0.2.2").signIn("ada", password: People.password)
            let tokens = try await [one.token, other.token]
            #expect(Set(tokens).count == 2)
        }
    }

    @Test func aPasswordTypedInAnotherFormOfUnicodeIsTheSame() async throws {
        try await withPeople { people in
            let token = try await people.model.invite("ada")
            _ = try await people.model.acceptInvitation(token, password: "ein schöner Tag")
            let decomposed = "ein scho\u{308}ner Tag"
            let signedIn = try await people.stranger().signIn("ada", password: decomposed)
            #expect(signedIn.session.user.name == "ada")
        }
    }

    @Test func charactersBehindTheSeventySecondCount() async throws {
        try await withPeople { people in
            let token = try await people.model.invite("ada")
            let long = (0..<24).map { "word \($0 * 7919 % 1000), " }.joined()
            _ = try await people.model.acceptInvitation(token, password: long + "1")
            await #expect(throws: SignInError.refused) {
                try await people.stranger().signIn("ada", password: long + "2")
            }
        }
    }

    @Test func allRefusalsAreTheSame() async throws {
        try await withPeople { people in
            try await people.add("gone")
            try await people.model.disableUser("gone")
            try await people.model.addUser("fresh")
            let attempts = [
                ("ada", "wrong password"), ("nobody", "wrong password"), ("gone", People.password),
                ("fresh", ""), ("", ""), ("a\0b", "x\0y"),
            ]
            for (name, password) in attempts {
                await #expect(throws: SignInError.refused) {
                    try await people.stranger().signIn(name, password: password)
                }
            }
        }
    }

    @Test func anUnknownNameTakesTheWorkOfAKnownOne() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await model.addUser("ada")
            _ = try await model.acceptInvitation(try await model.invite("ada"), password: People.password)
            let times = try await database.store.withConnection { connection in
                var times: [Double] = []
                for name in Array(repeating: ["ada", "nobody"], count: 5).joined() {
                    let before = try await Self.clock(connection)
                    try await connection.query("select djet.sign_in(\(name), 'wrong password')")
                    times.append(try await Self.clock(connection) - before)
                }
                return times
            }
            let known = stride(from: 0, to: 10, by: 2).map { times[$0] }.min() ?? 0
            let unknown = stride(from: 1, to: 10, by: 2).map { times[$0] }.min() ?? 0
            // Without bcrypt it would be a hundredth. Other work on the machine makes a factor of three.
            #expect(unknown > known / 5 && known > unknown / 5, "\(known) s, \(unknown) s")
            #expect(unknown > 0.02, "bcrypt has not run")
        }
    }

    /// With a lock, the wait of four simultaneous attempts would tell known names from unknown ones.
    @Test func aPasswordIsLookedAtWithoutALock() async throws {
        try await withPeople { people in
            let desk = try await Connection.open(people.database.connectionString)
            try await desk.query("begin")
            try await desk.query("select id from djet.users where name = 'ada' for update")
            let statements: [Statement] = [
                "select djet.sign_in('ada', 'wrong password')",
                "select djet.change_password('ada', 'wrong password', 'another good one')",
                "select djet.prove_password('ada', \(People.password))",
            ]
            for statement in statements {
                try await people.database.store.withConnection { connection in
                    try await connection.query("set lock_timeout = '100ms'")
                    try await connection.query(statement)
                    try await connection.query("reset lock_timeout")
                }
            }
            let waiting = Task { try await people.stranger().signIn("ada", password: People.password) }
            _ = try await people.database.blocked(like: "%djet.sign_in(%")
            try await desk.query("update djet.users set disabled_at = now() where name = 'ada'")
            try await desk.query("commit")
            desk.close()
            await #expect(throws: SignInError.refused, "who is disabled meanwhile is not let in") {
                try await waiting.value
            }
        }
    }

    @Test func theWorkIsTheSameForAHashThatWasMadeWithLess() async throws {
        try await withDatabase { database in
            let times = try await database.store.withConnection { connection in
                let old = try await connection.first(
                    "select crypt(djet.condensed_password('right'), gen_salt('bf', 6))", as: String.self)
                var times: [Double] = []
                for hash in Array(repeating: [old, nil], count: 4).joined() {
                    let before = try await Self.clock(connection)
                    try await connection.query("select djet.is_password('wrong', \(hash))")
                    times.append(try await Self.clock(connection) - before)
                }
                return times
            }
            let old = stride(from: 0, to: 8, by: 2).map { times[$0] }.min() ?? 0
            let none = stride(from: 1, to: 8, by: 2).map { times[$0] }.min() ?? 0
            // Without the rest of the work it would be a thirtieth.
            #expect(old > none / 4 && none > old / 4, "\(old) s, \(none) s")
        }
    }

    @Test func aPasswordThatWasHashedWithLessWorkIsHashedAnewAtSignIn() async throws {
        try await withPeople { people in
            let store = people.database.store
            try await store.query(
                """
                create or replace function djet.password_cost() returns integer language sql immutable
                as 'select 5'
                """)
            _ = try await people.stranger().signIn("ada", password: People.password)
            let hash = try await store.first(
                "select password from djet.users where name = 'ada'", as: String.self)
            #expect(hash?.hasPrefix("$2a$05$") == true)
            _ = try await people.stranger().signIn("ada", password: People.password)
        }
    }

    @Test func whoSignsInAgainHasANewTokenAndTheOldOneIsOver() async throws {
        try await withPeople { people in
            let first = try await people.stranger().signIn("ada", password: People.password)
            let second = try await people.stranger().signIn(
                "ada", password: People.password, replacing: first.token)
            #expect(first.token != second.token)
            #expect(first.session.csrf != second.session.csrf)
            let old = try await people.model.session(ofToken: first.token)
            #expect(old == nil)
        }
    }

    @Test func theTablesDoNotKnowTheToken() async throws {
        try await withPeople { people in
            let signedIn = try await people.stranger().signIn("ada", password: People.password)
            let dump = try await people.database.store.rows(
                "select to_jsonb(s)::text from djet.session s", as: String.self)
            #expect(!dump.isEmpty)
            #expect(!dump.contains { $0.contains(signedIn.token) })
            let known = try await people.database.store.first(
                """
                select count(*) from djet.session where token_hash = sha256(convert_to(\(signedIn.token), 'UTF8'))
                """, as: Int.self)
            #expect(known == 1)
        }
    }

    @Test func oneCannotSignInWithinATransaction() async throws {
        try await withPeople { people in
            _ = await #expect(throws: ModelError.self) {
                try await people.stranger().transaction {
                    try await $0.signIn("ada", password: People.password).token
                }
            }
        }
    }

    private static func clock(_ connection: Connection) async throws -> Double {
        try await connection.first("select extract(epoch from clock_timestamp())::float8") ?? 0
    }
}
