import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetEngine

/// Streams and long polls end with their client's rights.
@Suite struct LastingVisitsTests {
    @Test(arguments: [
        "disable", "sign out", "end the session", "end all sessions", "change the password",
        "revoke the role", "need a second factor", "grant a role that needs one",
        "confine to a tenant",
    ])
    func aBrowsersStreamEndsWithItsRights(_ loss: String) async throws {
        try await withOperator { people, site, olga in
            let stream = try await open(site, [olga.cookie])
            let (model, user) = (people.model, "olga")
            let session = try #require(try await model.session(ofToken: olga.token))
            switch loss {
            case "disable": try await model.disableUser(user)
            case "sign out": try await model.signOut(olga.token)
            case "end the session": try await model.endSession(session.id, of: user)
            case "end all sessions": try await model.endSessions(of: user)
            case "change the password":
                try await people.stranger().changePassword(
                    of: user, from: People.password, to: "another long password")
            case "confine to a tenant": try await model.setTenants(["acme"], of: user)
            case "need a second factor": try await model.need(secondFactor: true, for: Role.operator)
            case "grant a role that needs one":
                try await model.need(secondFactor: true, for: "administrator")
                try await model.grant(role: "administrator", to: user)
            default: try await model.revoke(role: Role.operator, from: user)
            }
            try await expectEnd(of: stream, loss)
        }
    }

    @Test func aProgramsStreamEndsWithItsToken() async throws {
        try await withOperator { people, site, _ in
            let new = try await people.acting(as: "olga").addToken(
                TokenRequest(purpose: "t", rights: [.view]), for: "olga")
            let other = try await people.acting(as: "olga").addToken(
                TokenRequest(purpose: "t", rights: [.view]), for: "olga")
            let stream = try await open(site, ["Authorization: Bearer \(new.token)"])
            let kept = try await open(site, ["Authorization: Bearer \(other.token)"])
            try await people.model.revokeToken(new.id, of: "olga")
            try await expectEnd(of: stream, "revoked")
            _ = try await people.model.offload(Echo(text: "a"))
            #expect(try await kept.next()?.name == "jobs", "the other token is good")
            try await people.model.revokeTokens(of: "olga")
            try await expectEnd(of: kept, "all revoked")
        }
    }

    @Test func aProgramsStreamEndsWhenItsUserNeedsASecondFactor() async throws {
        try await withOperator { people, site, _ in
            let new = try await people.acting(as: "olga").addToken(
                TokenRequest(purpose: "t", rights: [.view]), for: "olga")
            let stream = try await open(site, ["Authorization: Bearer \(new.token)"])
            try await people.model.need(secondFactor: true, for: "users")
            try await expectEnd(of: stream, "needed")
        }
    }

    @Test func aStreamEndsWithTheRuleThatLetOneIn() async throws {
        try await withOperator { people, site, olga in
            let stream = try await open(site, [olga.cookie])
            let jobs = try await people.model.id("/jobs")
            _ = try await people.model.call(SetRule(node: jobs, role: Role.operator, rights: [.use]))
            try await expectEnd(of: stream, "rule")
        }
    }

    @Test func aLongPollEndsWithoutAnAnswer() async throws {
        try await withOperator { people, site, olga in
            let ticket = try await people.acting(as: "olga").offload(Echo(text: "secret"))
            let poll = Task {
                try await site.ask(
                    "GET", "/tickets/\(ticket.id)",
                    ["Accept: application/json", "Prefer: wait=50", olga.cookie])
            }
            try await until { site.site.lasting.count == 1 }
            let began = ContinuousClock.now
            try await people.model.disableUser("olga")
            let answer = try await poll.value
            #expect(answer.status == 401 && !answer.body.contains("secret"))
            #expect(began.duration(to: .now) < TimeLimit.seconds(20))
        }
    }

    @Test func aDownloadBreaksOffWithItsToken() async throws {
        try await withTickets { tickets in
            let lasting = tickets.site.site.lasting
            let client = try await tickets.beginDownload(try await tickets.longFile())
            try await until { lasting.count == 1 }
            try await tickets.model.revokeTokens(of: "ann")
            try await until(orElse: "the download goes on without its token") { lasting.count == 0 }
            let rest = try await client.hearAll()
            #expect(rest.utf8.count < 31 << 20, "what was under way, and no more")
        }
    }

    @Test func aVisitorWhoseRightsWereLostOnTheWayInIsLookedAfterAtOnce() async throws {
        try await withOperator { people, site, olga in
            let lasting = site.site.lasting
            let session = try #require(try await people.model.session(ofToken: olga.token))
            let before = lasting.heard
            try await people.model.endSession(session.id, of: "olga")
            try await until { lasting.heard > before }
            let (ends, tell) = AsyncStream.makeStream(of: Void.self)
            let pass = Pass(
                session: session.id, node: try await people.model.id("/jobs"), rights: [.view], heard: before)
            let id = lasting.enter(pass) { tell.yield() }
            var end = ends.makeAsyncIterator()
            let isTold: Void? = await end.next()
            #expect(isTold != nil)
            lasting.leave(id)
        }
    }

    @Test func aLossIsNoticedWhereNoRingWouldBeHeard() async throws {
        try await withDoubt { people, stream in
            try await people.database.store.transaction { connection in
                try await connection.query("set local session_replication_role to replica")
                try await connection.query("update djet.users set disabled_at = now() where name = 'olga'")
            }
            try await expectEnd(of: stream, "in silence")
        }
    }

    @Test func aStreamEndsWhenNobodyCanTellWhetherItMayGoOn() async throws {
        try await withDoubt { people, stream in
            try await people.database.store.query(
                "alter function djet.visitors(bigint[], bigint[], timestamptz) rename to no_visitors")
            try await expectEnd(of: stream, "in doubt")
        }
    }

    @Test func whoEntersDuringALookIsLookedAfterInTime() async throws {
        try await withOperator { people, site, olga in
            let lasting = site.site.lasting
            let session = try #require(try await people.model.session(ofToken: olga.token))
            let node = try await people.model.id("/jobs")
            let (ends, tell) = AsyncStream.makeStream(of: Void.self)
            try await people.database.store.transaction { connection in
                try await connection.query("lock table djet.session in access exclusive mode")
                // This visit is checked at once, and has fewer rights than it claims.
                let late = Pass(session: session.id, node: node, rights: Set(Right.allCases), heard: .max)
                _ = lasting.enter(late) { tell.yield() }
                _ = try await people.database.blocked(like: "%djet.visitors%")
                let next = Pass(session: session.id, node: node, rights: [.view], heard: lasting.heard)
                _ = lasting.enter(next) {}
            }
            for await _ in ends { break }
            let due = try #require(lasting.due)
            #expect(due < .now + .seconds(61), "not only when the first one's session is over")
        }
    }

    /// Runs `body` with Olga's stream, on a site that soon distrusts each sign of arriving rings.
    private func withDoubt(_ body: (People, TestStream) async throws -> Void) async throws {
        try await withPeople { people in
            try await withSite(people.model, limits: SiteLimits(treeAge: .seconds(1))) { site in
                let olga = Browser(site, try await people.add("olga", roles: [Role.operator]))
                try await body(people, try await open(site, [olga.cookie]))
            }
        }
    }

    private func open(_ site: TestSite, _ headers: [String]) async throws -> TestStream {
        let stream = try TestStream(site.address + "/jobs/events", headers)
        #expect(try await stream.next()?.name == "jobs", "the first look")
        return stream
    }

    private func expectEnd(of stream: TestStream, _ loss: String) async throws {
        let began = ContinuousClock.now
        _ = try await stream.all()
        // A second, plus the delay of a busy machine; curl itself would leave after a minute.
        #expect(began.duration(to: .now) < TimeLimit.seconds(30), "\(loss)")
    }

    private func withOperator(_ body: (People, TestSite, Browser) async throws -> Void) async throws {
        try await withUserSite { people, site, _, _ in
            let olga = try await people.add("olga", roles: [Role.operator])
            try await body(people, site, Browser(site, olga))
        }
    }
}
