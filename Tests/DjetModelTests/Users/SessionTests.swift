import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct SessionTests {
    private let hour = 3600.0

    @Test func aSessionIsOverAfterTwelveHoursWithoutUse() async throws {
        try await withPeople { people in
            let token = try await people.stranger().signIn("ada", password: People.password).token
            people.clock.advance(by: 11 * hour)
            #expect(try await isGood(token, people))
            people.clock.advance(by: 11 * hour)
            #expect(try await isGood(token, people))
            people.clock.advance(by: 12 * hour)
            #expect(try await !isGood(token, people))
        }
    }

    @Test func aSessionIsOverAfterFourteenDaysInAnyCase() async throws {
        try await withPeople { people in
            let token = try await people.stranger().signIn("ada", password: People.password).token
            for _ in 0..<33 {
                people.clock.advance(by: 10 * hour)
                #expect(try await isGood(token, people))
            }
            people.clock.advance(by: 6 * hour)
            #expect(try await !isGood(token, people), "336 hours")
        }
    }

    @Test func itsUseIsNotedOnceAMinute() async throws {
        try await withPeople { people in
            let token = try await people.stranger().signIn("ada", password: People.password).token
            func writes() async throws -> Int {
                try await people.database.store.first(
                    "select count(distinct ctid) + max(xmin::text::bigint) from djet.session", as: Int.self)
                    ?? 0
            }
            let before = try await writes()
            people.clock.advance(by: 50)
            for _ in 0..<5 { #expect(try await isGood(token, people)) }
            #expect(try await writes() == before)
            people.clock.advance(by: 11)
            #expect(try await isGood(token, people))
            #expect(try await writes() != before)
        }
    }

    @Test func signingOutEndsIt() async throws {
        try await withPeople { people in
            let token = try await people.stranger().signIn("ada", password: People.password).token
            try await people.acting(as: "ada").signOut(token)
            #expect(try await !isGood(token, people))
            try await people.acting(as: "ada").signOut(token)
        }
    }

    @Test func onesSessionsCanBeEndedOneByOneOrAllAtOnce() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            let other = try await people.add("bob")
            var mine: [SignedIn] = []
            for agent in ["Firefox\r\nX: y", "Chrome", "curl"] {
                mine.append(try await ada.signIn("ada", password: People.password, agent: agent))
            }
            let list = try await ada.sessions(of: "ada")
            #expect(list.map(\.agent) == ["curl", "Chrome", "Firefox  X: y", nil])
            #expect(list[0].address == "192.0.2.1")

            await #expect(throws: ModelError.self) { try await ada.endSession(other.session.id, of: "ada") }
            try await ada.endSession(mine[0].session.id, of: "ada")
            #expect(try await !isGood(mine[0].token, people))
            #expect(try await ada.endSessions(of: "ada", except: mine[2].session.id) == 2)
            #expect(try await !isGood(mine[1].token, people))
            #expect(try await isGood(mine[2].token, people))
            #expect(try await isGood(other.token, people))
        }
    }

    @Test func onlyAnAdministratorEndsAnAdministratorsSessions() async throws {
        try await withPeople { people in
            let root = try await people.stranger().signIn("root", password: People.password)
            let error = await #expect(throws: ModelError.self) {
                try await people.acting(as: "ada").endSessions(of: "root")
            }
            #expect(error?.kind == "forbidden")
            #expect(try await isGood(root.token, people))
            try await people.acting(as: "root").endSessions(of: "root")
            #expect(try await !isGood(root.token, people))
        }
    }

    @Test func aChangedPasswordEndsTheOtherSessions() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            let kept = try await ada.signIn("ada", password: People.password)
            let other = try await ada.signIn("ada", password: People.password)
            try await ada.changePassword(
                of: "ada", from: People.password, to: "another good one", keeping: kept.session.id)
            #expect(try await isGood(kept.token, people))
            #expect(try await !isGood(other.token, people))
            await #expect(throws: SignInError.refused) {
                try await ada.signIn("ada", password: People.password)
            }
            _ = try await ada.signIn("ada", password: "another good one")
        }
    }

    @Test func changingThePasswordNeedsThePresentOneAndIsThrottled() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada", from: "198.51.100.4")
            for _ in 0..<5 {
                await #expect(throws: ModelError.forbidden("the current password is wrong")) {
                    try await ada.changePassword(of: "ada", from: "wrong", to: "another good one")
                }
            }
            await #expect(throws: SignInError.wait(seconds: 4)) {
                try await ada.changePassword(of: "ada", from: People.password, to: "another good one")
            }
        }
    }

    @Test(arguments: ["", "short", "aaaaaaaaaaaaa", "ada1234567", String(repeating: "abcd", count: 300)])
    func aPasswordThatWillNotDoIsRefused(password: String) async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            for _ in 0..<6 {
                let error = await #expect(throws: ModelError.self) {
                    try await ada.changePassword(of: "ada", from: People.password, to: password)
                }
                #expect(error?.kind == "invalid")
            }
        }
    }

    @Test func aDisabledUserIsOutAtOnce() async throws {
        try await withPeople { people in
            let token = try await people.stranger().signIn("ada", password: People.password).token
            try await people.acting(as: "root").disableUser("ada")
            #expect(try await !isGood(token, people))
            try await people.acting(as: "root").enableUser("ada")
            #expect(try await !isGood(token, people))
            _ = try await people.stranger().signIn("ada", password: People.password)
        }
    }

    @Test(arguments: ["", "x", "\0", String(repeating: "a", count: 43), String(repeating: "ä", count: 43)])
    func whatIsNoTokenIsNoSession(token: String) async throws {
        try await withPeople { people in
            let session = try await people.model.session(ofToken: token)
            #expect(session == nil)
        }
    }

    private func isGood(_ token: String, _ people: People) async throws -> Bool {
        try await people.model.session(ofToken: token) != nil
    }
}
