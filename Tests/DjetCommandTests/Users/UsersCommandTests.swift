import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct UsersCommandTests {
    @Test func aUserIsAddedAndListed() async throws {
        try await withDatabase(business: true) { database in
            let add = try await Run.office(
                "users", "add", "Ada", "--full-name", "Ada Lovelace", "--role", "administrator", on: database)
            #expect(add.output == "ada is added. Invite them: office users invite ada\n", "\(add.error)")
            let list = try await Run.office("users", "list", on: database)
            #expect(list.output.contains(#/ada +Ada Lovelace +no password yet +administrator\n/#))
            let json = try await Run.office("users", "list", "--search", "LOVE", "--json", on: database)
            let users = try #require(try json.json() as? [[String: Any]])
            #expect(users.map { $0["name"] as? String } == ["ada"])
            #expect(users[0]["roles"] as? [String] == ["administrator"])
        }
    }

    @Test func aUserIsAddedWithAllRolesOrNotAtAll() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office(
                "users", "add", "ada", "--role", "administrator", "--role", "clrek", on: database)
            #expect(run.status == 1)
            #expect(run.error == "Error: there is no role “clrek”; there are: administrator\n")
            let none = try await Run.office("users", "list", on: database)
            #expect(none.error == "No users found.\n")
        }
    }

    @Test func anInvitationIsALinkThatWorksOnce() async throws {
        try await withDatabase(business: true) { database in
            _ = try await Run.office("users", "add", "ada", on: database)
            let run = try await Run.office("users", "invite", "ada", on: database)
            let link = try #require(
                run.output.wholeMatch(
                    of: #/http://127\.0\.0\.1:8080/sign-in/welcome\?invitation=(?<token>[\w-]{43})\n/#),
                "\(run.output) \(run.error)")
            let elsewhere = try await Run.office(
                "users", "invite", "ada", "--address", "https://office.example/", "--json", on: database)
            let answer = try #require(try elsewhere.json() as? [String: String])
            #expect(answer["link"]?.hasPrefix("https://office.example/sign-in/welcome?invitation=") == true)
            let replaced = try await database.model().invitation(ofToken: String(link.token))
            #expect(replaced == nil)
        }
    }

    @Test func theLinkIsForWhereTheSiteServes() async throws {
        try await withDatabase(business: true) { database in
            // The commands use the machine's clock.
            let model = database.model(clock: TestClock(Date()))
            _ = try await Run.office("users", "add", "ada", on: database)
            try await withSite(model) { site in
                let run = try await Run.office("users", "invite", "ada", on: database)
                #expect(run.output.hasPrefix("\(site.address)/sign-in/welcome?invitation="), "\(run.error)")
                #expect(run.error.isEmpty)
            }
            let stopped = try await Run.office("users", "invite", "ada", on: database)
            #expect(stopped.output.hasPrefix("http://127.0.0.1:8080/"))
            #expect(stopped.error.contains("The site is not running"))
        }
    }

    @Test func whatIsNoAddressIsRefused() async throws {
        for address in [
            "office.example", "javascript:alert(1)", "http://", "/sign-in", "http://x/?a=1", "http://x/#a",
            "http://x:99999",
        ] {
            let run = try await Run.office("users", "invite", "ada", "--address", address)
            #expect(run.status == 64, "\(address)")
        }
    }

    @Test func usersAreDisabledAndEnabledAndRolesGrantedAndRevoked() async throws {
        try await withDatabase(business: true) { database in
            _ = try await database.model().firstInvitation()
            _ = try await Run.office("users", "add", "ada", on: database)
            try await database.model().addRole("clerk")
            let steps = [
                (["grant", "ada", "clerk"], "ada has the role clerk.\n"),
                (["grant", "ada", "administrator"], "ada has the roles administrator, clerk.\n"),
                (["revoke", "ada", "clerk"], "ada has the role administrator.\n"),
                (["revoke", "ada", "administrator"], "ada has only the roles that everybody has.\n"),
                (["disable", "ada"], "ada is disabled.\n"), (["enable", "ada"], "ada is enabled.\n"),
            ]
            for (arguments, output) in steps {
                let run = try await Run(["users"] + arguments, by: "office", on: database)
                #expect(run.output == output, "\(arguments): \(run.error)")
            }
            let unknown = try await Run.office("users", "disable", "nobody", on: database)
            #expect(unknown.status == 1 && unknown.error == "Error: there is no user “nobody”\n")
        }
    }

    @Test func usersAreConfinedToTenants() async throws {
        try await withDatabase(business: true) { database in
            _ = try await Run.office(
                "users", "add", "tom", "--tenant", "acme", "--tenant", "beta", on: database)
            let list = try await Run.office("users", "list", on: database)
            #expect(list.output.contains(#/tom .* acme, beta/#), "\(list.output)")
            let change = try await Run.office(
                "users", "change", "tom", "--full-name", "Tom", "--tenant", "gamma", on: database)
            let sentence = "tom is shown as Tom, and confined to the tenant gamma.\n"
            #expect(change.output == sentence, "\(change.error)")
            let free = try await Run.office("users", "change", "tom", "--all-tenants", "--json", on: database)
            let user = try #require(try free.json() as? [String: Any])
            #expect(user["tenants"] as? [String] == [], "\(free.error)")
            for flags in [[], ["--all-tenants", "--tenant", "acme"]] {
                let refused = try await Run(["users", "change", "tom"] + flags, by: "office", on: database)
                #expect(refused.status == 64, "\(flags)")
            }
            let unfit = try await Run.office("users", "change", "tom", "--tenant", "", on: database)
            #expect(unfit.status != 0 && unfit.error.contains("the name of a tenant"), "\(unfit.error)")
        }
    }

    @Test func aSecondFactorIsListedAndRemovedAndRolesNeedIt() async throws {
        try await withPeople(business: true) { people in
            try await people.enrol("ada")
            let database = people.database
            let list = try await Run.office("users", "list", on: database)
            #expect(list.output.contains(#/ada +ada +active +yes\n/#), "\(list.output)")
            let removed = try await Run.office("users", "second-factor", "remove", "ada", on: database)
            #expect(removed.output == "ada no longer has a second factor.\n", "\(removed.error)")
            let json = try await Run.office("users", "list", "--search", "ada", "--json", on: database)
            let users = try #require(try json.json() as? [[String: Any]])
            #expect(users.count == 1 && users[0]["secondFactorAt"] is String == false)
            let again = try await Run.office("users", "second-factor", "remove", "ada", on: database)
            #expect(again.status == 1 && again.error == "Error: “ada” has no second factor\n")

            let need = try await Run.office("users", "second-factor", "need", "administrator", on: database)
            #expect(need.output == "The role administrator needs a second factor.\n", "\(need.error)")
            let begun = try await people.stranger().signIn("root", password: People.password)
            #expect(begun.session.awaits == .enrolment)
            let spare = try await Run.office("users", "second-factor", "spare", "administrator", on: database)
            #expect(spare.output == "The role administrator needs no second factor.\n", "\(spare.error)")
            let unknown = try await Run.office("users", "second-factor", "need", "clrek", on: database)
            #expect(unknown.status == 1 && unknown.error.hasPrefix("Error: there is no role “clrek”"))
        }
    }

    @Test func aSecondFactorThatWasOnlyBegunIsRemovedAndSaidToBe() async throws {
        try await withPeople(business: true) { people in
            let database = people.database
            try await database.model().beginSecondFactor(of: "ada", password: nil)
            let removed = try await Run.office("users", "second-factor", "remove", "ada", on: database)
            let sentence = "ada had only begun to set up a second factor; it is removed.\n"
            #expect(removed.output == sentence, "\(removed.error)")
            #expect(try await database.model().secondFactor(of: "ada") == nil)
            let again = try await Run.office("users", "second-factor", "remove", "ada", on: database)
            #expect(again.status == 1 && again.error == "Error: “ada” has no second factor\n")
        }
    }

    @Test func whatIsTooLongForANameIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run.office("users", "add", String(repeating: "n", count: 64), on: database)
            #expect(
                run.status == 1 && run.error == "Error: a name must have at most 63 characters\n",
                "\(run.error)")
        }
    }

    @Test func theLastAdministratorCannotBeDisabled() async throws {
        try await withDatabase(business: true) { database in
            try await database.cheapenPasswords()
            let model = database.model()
            let token = try #require(try await model.firstInvitation())
            _ = try await model.acceptInvitation(token, password: "a good password")
            for arguments in [["disable", "admin"], ["revoke", "admin", "administrator"]] {
                let run = try await Run(["users"] + arguments, by: "office", on: database)
                #expect(run.status == 1)
                let reason = "Error: the user “admin” is the last administrator who can sign in."
                #expect(run.error.hasPrefix(reason))
            }
        }
    }
}
