import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct ThrottleTests {
    @Test func afterFiveFailuresTheWaitGrows() async throws {
        try await withPeople { people in
            try await fail(5, "ada", people)
            for expected in [4, 8, 16, 32, 64, 128, 256, 300, 300] {
                #expect(await wait("ada", people) == expected)
                people.clock.advance(by: Double(expected))
                try await fail(1, "ada", people)
            }
        }
    }

    @Test func whileOneWaitsEvenTheRightPasswordIsNotLookedAt() async throws {
        try await withPeople { people in
            try await fail(5, "ada", people)
            await #expect(throws: SignInError.wait(seconds: 4)) {
                try await stranger(people).signIn("ada", password: People.password)
            }
            people.clock.advance(by: 3)
            await #expect(throws: SignInError.wait(seconds: 1)) {
                try await stranger(people).signIn("ada", password: People.password)
            }
            people.clock.advance(by: 1)
            let signedIn = try await stranger(people).signIn("ada", password: People.password)
            #expect(signedIn.session.user.name == "ada")
        }
    }

    @Test func waitingIsTheSameForNamesThatDoNotExist() async throws {
        try await withPeople { people in
            try await fail(5, "nobody", people)
            #expect(await wait("nobody", people) == 4)
        }
    }

    @Test func successForgetsTheAccountsFailures() async throws {
        try await withPeople { people in
            try await fail(4, "ada", people)
            _ = try await stranger(people).signIn("ada", password: People.password)
            try await fail(4, "ada", people)
            let signedIn = try await stranger(people).signIn("ada", password: People.password)
            #expect(signedIn.session.user.name == "ada")
        }
    }

    @Test func anAddressWaitsAfterTwentyFailuresAtAnyAccounts() async throws {
        try await withPeople { people in
            for number in 1...20 { try await fail(1, "user\(number)", people) }
            #expect(await wait("ada", people) == 4)
            let elsewhere = try await people.stranger(from: "198.51.100.1").signIn(
                "ada", password: People.password)
            #expect(elsewhere.session.user.name == "ada")
        }
    }

    @Test func aGoodAccountDoesNotPayForGuessesAtOthers() async throws {
        try await withPeople { people in
            for number in 1...19 {
                try await fail(1, "user\(number)", people)
                if number % 4 == 0 { _ = try await stranger(people).signIn("ada", password: People.password) }
            }
            try await fail(1, "user20", people)
            #expect(await wait("user21", people) == 4)
        }
    }

    @Test func anAddressOfVersion6CountsWithItsNeighbours() async throws {
        try await withPeople { people in
            for number in 1...20 {
                await #expect(throws: SignInError.refused) {
                    try await people.stranger(from: "2001:db8::\(number)").signIn("u\(number)", password: "x")
                }
            }
            await #expect(throws: SignInError.wait(seconds: 4)) {
                try await people.stranger(from: "2001:db8::ffff").signIn("ada", password: "x")
            }
            await #expect(throws: SignInError.refused) {
                try await people.stranger(from: "2001:db8:0:1::1").signIn("ada", password: "x")
            }
        }
    }

    @Test func strangersDoNotLockOutWhoWasThereBefore() async throws {
        try await withPeople { people in
            let home = people.stranger(from: "203.0.113.9")
            _ = try await home.signIn("ada", password: People.password)
            try await fail(5, "ada", people)
            #expect(await wait("ada", people) == 4)
            let signedIn = try await home.signIn("ada", password: People.password)
            #expect(signedIn.session.user.name == "ada")
        }
    }

    @Test func manyAttemptsAtATimeAreNotOne() async throws {
        try await withPeople { people in
            let outcomes = await withTaskGroup(of: SignInError?.self) { tasks in
                for _ in 0..<12 {
                    tasks.addTask {
                        do {
                            _ = try await people.stranger(from: "198.51.100.1").signIn(
                                "ada", password: "guess")
                            return nil
                        } catch {
                            return error as? SignInError
                        }
                    }
                }
                return await tasks.reduce(into: [SignInError?]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .refused } == 5)
            #expect(outcomes.count { $0 == .wait(seconds: 4) } == 7)
        }
    }

    /// Requests of one moment are counted in any order: the clock goes back.
    @Test func manyWhoSignInAtTheSameMomentDoNotMakeEachOtherWait() async throws {
        try await withPeople { people in
            let office = people.stranger(from: "198.51.100.1")
            for _ in 1...3 {
                _ = try await office.signIn("ada", password: People.password)
                people.clock.advance(by: -0.01)
            }
            let tokens = try await withThrowingTaskGroup(of: String.self) { tasks in
                for number in 0..<40 {
                    tasks.addTask {
                        people.clock.advance(by: -0.001)
                        let name = number % 2 == 0 ? "ada" : "root"
                        return try await office.signIn(name, password: People.password).token
                    }
                }
                return try await tasks.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(tokens.count == 40)
            let waits = try await people.model.auditEntries(AuditFilter(action: "sign-in.wait"))
            #expect(waits.isEmpty)
        }
    }

    @Test func guessesOfOneMomentAreAllLookedAtUntilTheyAreTooMany() async throws {
        try await withPeople { people in
            for _ in 1...5 {
                people.clock.advance(by: -0.01)
                try await fail(1, "ada", people)
            }
            #expect(await wait("ada", people) == 4)
            let waits = try await people.model.auditEntries(AuditFilter(action: "sign-in.wait"))
            #expect(waits.count == 1)
        }
    }

    @Test func anHourWithoutFailureForgetsThem() async throws {
        try await withPeople { people in
            try await fail(5, "ada", people)
            people.clock.advance(by: 3601)
            try await fail(4, "ada", people)
            let signedIn = try await stranger(people).signIn("ada", password: People.password)
            #expect(signedIn.session.user.name == "ada")
        }
    }

    @Test func anyAddressWillDo() async throws {
        try await withPeople { people in
            for address in ["", "unix", "999.1.1.1", "fe80::1%eth0", String(repeating: "x", count: 500)] {
                await #expect(throws: SignInError.refused) {
                    try await people.stranger(from: address).signIn("somebody\(address.count)", password: "x")
                }
            }
        }
    }

    /// Returns a model for an address from which neither user has ever signed in.
    private func stranger(_ people: People) -> Model { people.stranger(from: "198.51.100.99") }

    private func fail(_ times: Int, _ name: String, _ people: People) async throws {
        for _ in 0..<times {
            await #expect(throws: SignInError.refused) {
                try await stranger(people).signIn(name, password: "wrong password")
            }
        }
    }

    private func wait(_ name: String, _ people: People) async -> Int? {
        do {
            _ = try await stranger(people).signIn(name, password: "wrong password")
            return nil
        } catch SignInError.wait(let seconds) {
            return seconds
        } catch {
            return nil
        }
    }
}
