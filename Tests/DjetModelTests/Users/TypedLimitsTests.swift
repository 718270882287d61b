import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Names and passwords that are too long to be any.
@Suite struct TypedLimitsTests {
    /// The server took 6.7 s to normalise this one, and 137 s for one four times as long.
    static let bomb =
        "a" + String(repeating: "\u{301}", count: 10_000) + String(repeating: "\u{316}", count: 10_000)
    static let longName = String(repeating: "n", count: 64)

    @Test(arguments: [
        ("ada", bomb), ("ada", String(repeating: "x", count: 1001)), (longName, "x"),
        ("ada", String(repeating: "😀", count: 1001)), (String(repeating: "ä", count: 5000), "x"),
    ])
    func theyAreRefusedBeforeAnythingIsCounted(name: String, password: String) async throws {
        try await withPeople { people in
            let before = try await people.actions()
            let error = await #expect(throws: ModelError.self) {
                try await people.stranger().signIn(name, password: password)
            }
            #expect(error?.kind == "invalid")
            let counted = try await people.database.store.first(
                "select count(*) from djet.sign_in_failure", as: Int.self)
            #expect(counted == 0)
            #expect(try await people.actions() == before)
        }
    }

    @Test func noOtherPlaceTakesThem() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            let token = try await people.model.invite("root")
            let attempts: [() async throws -> Void] = [
                { try await ada.changePassword(of: "ada", from: Self.bomb, to: "another good one") },
                { try await ada.changePassword(of: "ada", from: People.password, to: Self.bomb) },
                { _ = try await people.stranger().acceptInvitation(token, password: Self.bomb) },
                { try await people.model.addUser(Self.longName) },
                { try await ada.beginSecondFactor(of: "ada", password: Self.bomb) },
            ]
            for attempt in attempts {
                let error = await #expect(throws: ModelError.self) { try await attempt() }
                #expect(error?.kind == "invalid")
            }
            _ = try await people.stranger().acceptInvitation(token, password: People.password)
        }
    }

    @Test(
        arguments: [
            "select djet.sign_in('ada', \(bomb))", "select djet.sign_in(\(longName), 'x')",
            "select djet.begin_sign_in(\(longName))", "select djet.check_password(\(bomb), 'ada')",
            "select djet.change_password('ada', \(bomb), 'another good one')",
            "select djet.prove_password('ada', \(bomb))", "select djet.password_hash(\(bomb))",
            "select djet.add_user(\(longName))",
        ] as [Statement])
    func sqlAsksTheSame(statement: Statement) async throws {
        try await withPeople { people in
            let error = await #expect(throws: StoreError.self) {
                try await people.database.store.query(statement)
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
        }
    }

    @Test func theLongestPasswordThereCanBeIsAsGoodAsAnother() async throws {
        try await withPeople { people in
            let words = (0..<110).map { "\($0 * 7919 % 997)ö" }.joined(separator: "\u{301} ")
            let password = String(words.unicodeScalars.prefix(999).map(Character.init)) + "x"
            #expect(password.unicodeScalars.count <= 1000)
            let token = try await people.model.invite("ada")
            _ = try await people.stranger().acceptInvitation(token, password: password)
            let signedIn = try await people.stranger().signIn("ada", password: password)
            #expect(signedIn.session.user.name == "ada")
        }
    }

    @Test func aThousandAccentsTakeNoLongerThanTheRest() async throws {
        try await withPeople { people in
            let accents = String(repeating: "\u{301}\u{316}", count: 500)
            let seconds = try await people.database.store.first(
                """
                select extract(epoch from clock_timestamp() - began)::float8
                from (select clock_timestamp() as began) b, lateral (select djet.condensed_password(\(accents))) c
                """, as: Double.self)
            #expect((seconds ?? 9) < 1)
        }
    }
}
