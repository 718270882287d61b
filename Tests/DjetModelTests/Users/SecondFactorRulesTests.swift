import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The rules for requiring and for removing a second factor.
@Suite struct SecondFactorRulesTests {
    @Test func itTakesPasswordAndCodeToRemoveOnesOwn() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            let ada = people.acting(as: "ada")
            let other = try await people.stranger().signIn("ada", password: People.password)
            for (password, steps) in [("wrong password", 0), (People.password, 7)] {
                let code = try await people.code(of: "ada", steps)
                let error = await #expect(throws: ModelError.self) {
                    try await ada.removeSecondFactor(of: "ada", password: password, code: code)
                }
                #expect(error?.kind == "forbidden")
            }
            #expect(try await people.model.secondFactor(of: "ada")?.confirmedAt != nil)
            try await ada.removeSecondFactor(
                of: "ada", password: People.password, code: people.code(of: "ada"))
            #expect(try await people.model.secondFactor(of: "ada") == nil)
            #expect(
                try await people.model.session(ofToken: other.token) == nil,
                "a sign-in that was begun is over")
            let plain = try await people.stranger().signIn("ada", password: People.password)
            #expect(plain.session.awaits == nil)
        }
    }

    @Test func anAdministratorRemovesSomebodyElses() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            try await people.enrol("root")
            try await people.add("clerk")
            let begun = try await people.stranger().signIn("ada", password: People.password)
            let signedIn = try await people.stranger().signIn(
                code: people.code(of: "ada"), token: begun.token)
            try await people.acting(as: "root").resetSecondFactor(of: "ada")
            #expect(try await people.model.session(ofToken: signedIn.token) == nil)
            #expect(try await people.actions().first == "root second-factor.reset ada")
            for (name, by, kind) in [
                ("ada", "root", "conflict"), ("root", "root", "forbidden"), ("root", "clerk", "forbidden"),
                ("nobody", "root", "notFound"),
            ] {
                let error = await #expect(throws: ModelError.self) {
                    try await people.acting(as: by).resetSecondFactor(of: name)
                }
                #expect(error?.kind == kind, "\(name) by \(by)")
            }
        }
    }

    @Test func aRoleThatNeedsItIsNobodysWithoutIt() async throws {
        try await withPeople { people in
            let open = try await people.stranger().signIn("root", password: People.password)
            let token = try await people.acting(as: "root").addToken(
                TokenRequest(purpose: "Script", rights: [.view]), for: "root")
            try await people.acting(as: "root").need(secondFactor: true, for: "administrator")
            #expect(try await people.model.session(ofToken: open.token) == nil, "open sessions, too")
            #expect(try await people.model.bearer(ofToken: token.token) == nil, "tokens rest")
            let begun = try await people.stranger().signIn("root", password: People.password)
            #expect(begun.session.awaits == .enrolment)
            let ada = try await people.stranger().signIn("ada", password: People.password)
            #expect(ada.session.awaits == nil, "others are as before")

            try await people.enrol("root", keeping: begun.session.id)
            let session = try await people.model.session(ofToken: begun.token)
            #expect(session?.user.name == "root")
            #expect(try await people.model.bearer(ofToken: token.token) != nil)
        }
    }

    /// Somebody else who knows the password might watch the setup otherwise.
    @Test func aSecretIsToldInTheSessionWhereItWasBegunAlone() async throws {
        try await withPeople { people in
            try await people.model.need(secondFactor: true, for: "users")
            let mine = try await people.stranger().signIn("ada", password: People.password).session
            let theirs = try await people.stranger().signIn("ada", password: People.password).session
            let ada = people.acting(as: "ada")
            try await ada.beginSecondFactor(of: "ada", password: nil, in: mine.id)
            #expect(try await ada.secondFactor(of: "ada", in: mine.id)?.secret != nil)
            #expect(try await ada.secondFactor(of: "ada", in: theirs.id)?.secret == nil)
            #expect(try await ada.secondFactor(of: "ada")?.secret == nil)
            let code = try await people.code(of: "ada")
            let error = await #expect(throws: ModelError.self) {
                try await ada.confirmSecondFactor(of: "ada", code: code, keeping: theirs.id)
            }
            #expect(error?.kind == "conflict")
            #expect(try await ada.confirmSecondFactor(of: "ada", code: code, keeping: mine.id).count == 10)
        }
    }

    @Test func onlyAdministratorsSayWhichRolesNeedIt() async throws {
        try await withPeople { people in
            let error = await #expect(throws: ModelError.self) {
                try await people.acting(as: "ada").need(secondFactor: true, for: "users")
            }
            #expect(error?.kind == "forbidden")
            try await people.acting(as: "root").need(secondFactor: true, for: "users")
            let begun = try await people.stranger().signIn("ada", password: People.password)
            #expect(begun.session.awaits == .enrolment, "everybody is a user")
            try await people.model.need(secondFactor: false, for: "users")
            #expect(try await people.model.session(ofToken: begun.token) != nil)
            #expect(try await people.model.roles().allSatisfy { !$0.needsSecondFactor })
            for (role, kind) in [("everyone", "conflict"), ("nonsense", "notFound")] {
                let error = await #expect(throws: ModelError.self) {
                    try await people.model.need(secondFactor: true, for: role)
                }
                #expect(error?.kind == kind)
            }
        }
    }

    @Test func theAuditTellsOfEachStep() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            let begun = try await people.stranger().signIn("ada", password: People.password)
            _ = try? await people.stranger().signIn(code: "000", token: begun.token)
            _ = try await people.stranger().signIn(code: people.code(of: "ada"), token: begun.token)
            #expect(
                try await people.actions().prefix(4).reversed() == [
                    "ada second-factor.add ada", "ada sign-in.begin ada", "- sign-in.refused ada",
                    "ada sign-in ada",
                ])
        }
    }
}
