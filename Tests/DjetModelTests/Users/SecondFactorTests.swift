import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct SecondFactorTests {
    /// RFC 6238, appendix B, SHA-1.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func codesAreThoseOfTheRFC(seconds: Int, code: String) async throws {
        try await withDatabase { database in
            let found = try await database.store.first(
                "select djet.totp('12345678901234567890'::bytea, \(seconds / 30)::bigint, 8)", as: String.self
            )
            #expect(found == code)
            let six = try await database.store.first(
                "select djet.totp('12345678901234567890'::bytea, \(seconds / 30)::bigint)", as: String.self)
            #expect(six == String(code.suffix(6)))
        }
    }

    @Test func secretsAreWrittenAsDevicesReadThem() async throws {
        try await withPeople { people in
            let text = try await people.database.store.first(
                "select djet.base32('12345678901234567890'::bytea)", as: String.self)
            #expect(text == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
            let secret = try await people.acting(as: "ada").beginSecondFactor(
                of: "ada", password: People.password)
            #expect(secret.count == 32)
        }
    }

    @Test func itCountsOnceItIsConfirmed() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            try await ada.beginSecondFactor(of: "ada", password: People.password)
            let plain = try await people.stranger().signIn("ada", password: People.password)
            #expect(plain.session.awaits == nil)
            await #expect(throws: ModelError.self) {
                _ = try await ada.confirmSecondFactor(of: "ada", code: people.code(of: "ada", 9))
            }
            let codes = try await ada.confirmSecondFactor(of: "ada", code: people.code(of: "ada"))
            #expect(Set(codes).count == 10 && codes.allSatisfy { $0.count == 19 })
            let other = try await people.model.session(ofToken: plain.token)
            #expect(other == nil, "sessions that were begun with less are over")
            let factor = try await people.model.secondFactor(of: "ada")
            #expect(factor?.confirmedAt == people.clock.now && factor?.secret == nil)
            #expect(factor?.recoveryCodes == 10)
            #expect(try await people.model.user("ada").secondFactorAt == people.clock.now)
        }
    }

    @Test func thePasswordAloneLetsNobodyIn() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            let begun = try await people.stranger().signIn("ada", password: People.password)
            #expect(begun.session.awaits == .code)
            let nobody = try await people.model.session(ofToken: begun.token)
            #expect(nobody == nil)
            let done = try await people.stranger().signIn(code: people.code(of: "ada"), token: begun.token)
            #expect(done.session.awaits == nil && done.session.user.name == "ada")
            #expect(done.token != begun.token)
            #expect(try await people.model.session(ofToken: done.token) == done.session)
            await #expect(throws: SignInError.refused) {
                try await people.stranger().signIn(code: people.code(of: "ada", 1), token: begun.token)
            }
        }
    }

    @Test func clocksMayDifferByAHalfMinute() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            for (step, isGood) in [(-2, false), (2, false), (-1, true), (1, true)] {
                let begun = try await people.stranger().signIn("ada", password: People.password)
                let code = try await people.code(of: "ada", step)
                let done = try? await people.stranger().signIn(code: code, token: begun.token)
                #expect((done != nil) == isGood, "\(step)")
            }
        }
    }

    @Test func aCodeIsGoodOnce() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            let code = try await people.code(of: "ada")
            let begun = try await (0..<4).asyncMap { _ in
                try await people.stranger().signIn("ada", password: People.password).token
            }
            let entered = await withTaskGroup(of: Bool.self) { tasks in
                for token in begun {
                    tasks.addTask { (try? await people.stranger().signIn(code: code, token: token)) != nil }
                }
                return await tasks.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(entered == 1)
        }
    }

    @Test func aRecoveryCodeIsGoodOnceAndItsTextIsNotKept() async throws {
        try await withPeople { people in
            let codes = try await people.enrol("ada")
            for (typed, isGood) in [
                (codes[0], true), (codes[0], false), (codes[1].uppercased().replacing("-", with: " "), true),
                ("aaaa-aaaa-aaaa-aaaa", false),
            ] {
                let begun = try await people.stranger().signIn("ada", password: People.password)
                let done = try? await people.stranger().signIn(code: typed, token: begun.token)
                #expect((done != nil) == isGood, "\(typed)")
            }
            #expect(try await people.model.secondFactor(of: "ada")?.recoveryCodes == 8)
            let dump = try await people.database.store.rows(
                "select r::text from djet.recovery_code r union all select a::text from djet.audit a",
                as: String.self)
            #expect(!dump.isEmpty && !dump.contains { $0.contains(codes[2]) || $0.contains(codes[0]) })
        }
    }

    @Test func guessesAtTheCodeAreThrottledThoughThePasswordIsRight() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            var waits = 0
            for number in 0..<8 {
                // A known password must not reset the count of wrong codes.
                let begun = try await people.stranger(from: "198.51.100.7").signIn(
                    "ada", password: People.password)
                do {
                    _ = try await people.stranger(from: "198.51.100.7").signIn(
                        code: "wrong\(number)", token: begun.token)
                } catch SignInError.wait {
                    waits += 1
                } catch {
                    #expect(error as? SignInError == .wrongCode)
                }
            }
            #expect(waits == 3)
        }
    }

    @Test func aSignInThatIsNotFinishedIsOverAfterAQuarterOfAnHour() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            let begun = try await people.stranger().signIn("ada", password: People.password)
            people.clock.advance(by: 15 * 60)
            await #expect(throws: SignInError.refused) {
                try await people.stranger().signIn(code: people.code(of: "ada"), token: begun.token)
            }
        }
    }

    @Test func anInvitationDoesNotGoAroundIt() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            let token = try await people.model.invite("ada")
            let begun = try await people.stranger().acceptInvitation(token, password: "another good one")
            #expect(begun.session.awaits == .code)
            #expect(try await people.model.session(ofToken: begun.token) == nil)
        }
    }

    @Test func noLoginOfTheQueueReadsSecrets() async throws {
        try await withPeople { people in
            try await people.enrol("ada")
            for role in ["djet_offload", "djet_work", "djet_admin"] {
                let allowed = try await people.database.signedIn(as: role) { database in
                    try await database.allowed(of: [
                        "select secret from djet.second_factor", "select code_hash from djet.recovery_code",
                        "select djet.begin_second_factor('root')", "select djet.reset_second_factor('ada')",
                    ])
                }
                #expect(allowed.isEmpty, "\(role)")
            }
        }
    }
}

extension Sequence {
    /// Maps the elements one after the other.
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows
        -> [Result]
    {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
