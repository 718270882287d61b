import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct InvitationTests {
    @Test func anInvitationSetsThePasswordOnce() async throws {
        try await withPeople { people in
            try await people.model.addUser("bob", fullName: "Bob Builder")
            let token = try await people.model.invite("bob")
            for _ in 0..<2 {
                let invitation = try await people.model.invitation(ofToken: token)
                #expect(invitation?.name == "bob" && invitation?.fullName == "Bob Builder")
            }
            let signedIn = try await people.stranger().acceptInvitation(token, password: People.password)
            #expect(signedIn.session.user.name == "bob")
            let used = try await people.model.invitation(ofToken: token)
            #expect(used == nil)
            let error = await #expect(throws: ModelError.self) {
                try await people.stranger().acceptInvitation(token, password: "yet another one")
            }
            #expect(error == Model.noInvitation)
            _ = try await people.stranger().signIn("bob", password: People.password)
        }
    }

    @Test func twoWhoAcceptItAtOnceAreOne() async throws {
        try await withPeople { people in
            let token = try await people.model.invite("ada")
            let accepted = await withTaskGroup(of: Bool.self) { tasks in
                for number in 0..<6 {
                    tasks.addTask {
                        let model = people.stranger()
                        return
                            (try? await model.acceptInvitation(token, password: "\(People.password)\(number)"))
                            != nil
                    }
                }
                return await tasks.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(accepted == 1)
        }
    }

    @Test func aPasswordThatIsRefusedDoesNotUseItUp() async throws {
        try await withPeople { people in
            let token = try await people.model.invite("ada")
            await #expect(throws: ModelError.self) {
                try await people.stranger().acceptInvitation(token, password: "short")
            }
            let signedIn = try await people.stranger().acceptInvitation(token, password: People.password)
            #expect(signedIn.session.user.name == "ada")
        }
    }

    @Test func itIsOverAfterADayAndWhenAnotherIsMade() async throws {
        try await withPeople { people in
            let first = try await people.model.invite("ada")
            let second = try await people.model.invite("ada")
            let replaced = try await people.model.invitation(ofToken: first)
            #expect(replaced == nil)
            people.clock.advance(by: 86_399)
            let good = try await people.model.invitation(ofToken: second)
            #expect(good?.name == "ada")
            people.clock.advance(by: 1)
            let over = try await people.model.invitation(ofToken: second)
            #expect(over == nil)
            await #expect(throws: ModelError.self) {
                try await people.stranger().acceptInvitation(second, password: People.password)
            }
        }
    }

    @Test func anInvitationEndsWithItsUsersRight() async throws {
        try await withPeople { people in
            let token = try await people.model.invite("ada")
            try await people.model.disableUser("ada")
            await #expect(throws: ModelError.self) {
                try await people.stranger().acceptInvitation(token, password: People.password)
            }
            let error = await #expect(throws: ModelError.self) { try await people.model.invite("ada") }
            #expect(error?.kind == "conflict")
        }
    }

    @Test func acceptingOneEndsTheSessionsAndTokensThatWere() async throws {
        try await withPeople { people in
            let before = try await people.stranger().signIn("ada", password: People.password)
            let new = try await people.acting(as: "ada").addToken(
                TokenRequest(purpose: "Script", rights: [.view]), for: "ada")
            let token = try await people.model.invite("ada")
            _ = try await people.stranger().acceptInvitation(token, password: "a new password")
            let session = try await people.model.session(ofToken: before.token)
            #expect(session == nil)
            let bearer = try await people.model.bearer(ofToken: new.token)
            #expect(bearer == nil)
        }
    }

    @Test func anInvitationThatIsReplacedMeanwhileIsNotAccepted() async throws {
        try await withPeople { people in
            let token = try await people.model.invite("ada")
            let desk = try await Connection.open(people.database.connectionString)
            try await desk.query("begin")
            try await desk.query("select id from djet.users where name = 'ada' for update")
            let accepted = Task {
                try await people.stranger().acceptInvitation(token, password: People.password)
            }
            try await desk.query("select djet.invite('ada')")
            try await desk.query("commit")
            desk.close()
            await #expect(throws: ModelError.self) { try await accepted.value }
        }
    }

    @Test func whoMadeAnAccountForAdminKeepsNothingOfIt() async throws {
        try await withPeople { people in
            try await people.add("admin")
            try await people.enrol("admin")
            let begun = try await people.stranger().signIn("admin", password: People.password)
            try await people.database.store.query(
                "update djet.users set password = null, password_set_at = null where name = 'root'")
            let token = try #require(try await people.model.firstInvitation())
            #expect(try await people.model.secondFactor(of: "admin") == nil)
            #expect(try await people.model.session(ofToken: begun.token) == nil)
            let admin = try await people.stranger().acceptInvitation(token, password: "a new password")
            #expect(admin.session.user.isAdministrator && admin.session.awaits == nil)
        }
    }

    @Test func theFirstInvitationIsForAnAdministratorAndThereIsNoDefaultPassword() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try #require(try await model.firstInvitation())
            let second = try #require(try await model.firstInvitation())
            let replaced = try await model.invitation(ofToken: first)
            #expect(replaced == nil)
            let before = try await model.user("admin")
            #expect(!before.isActive && before.user.isAdministrator)
            let admin = try await model.acceptInvitation(second, password: People.password)
            #expect(admin.session.user.isAdministrator)
            let none = try await model.firstInvitation()
            #expect(none == nil)
        }
    }
}
