import DjetModel
import DjetTestSupport
import Testing

@Suite struct UserTests {
    @Test func usersAreListedByNameAPageAtATime() async throws {
        try await withPeople { people in
            try await people.model.addUser("Zoe", fullName: "Zoë Quinn")
            let all = try await people.model.users()
            #expect(all.map(\.name) == ["ada", "root", "zoe"])
            #expect(all.map(\.isActive) == [true, true, false])
            let page = try await people.model.users(after: "ada", limit: 1)
            #expect(page.map(\.name) == ["root"])
            let found = try await people.model.users(search: "QUINN")
            #expect(found.map(\.fullName) == ["Zoë Quinn"])
        }
    }

    @Test(arguments: [
        "", " ", "a b", "../etc", "-x", "ä", "a\r\nSet-Cookie: x", "<b>", "a\0",
        String(repeating: "a", count: 64),
    ])
    func aNameThatCannotBeOneIsRefused(name: String) async throws {
        try await withPeople { people in
            let error = await #expect(throws: ModelError.self) { try await people.model.addUser(name) }
            #expect(error?.kind == "invalid")
        }
    }

    @Test(arguments: [
        "a\r\nb", "a\u{202E}b", "a\u{1B}[31m", "a\u{2028}b", String(repeating: "a", count: 101),
    ])
    func aShownNameIsOnePlainLine(name: String) async throws {
        try await withPeople { people in
            await #expect(throws: ModelError.self) { try await people.model.addUser("bob", fullName: name) }
            await #expect(throws: ModelError.self) {
                try await people.model.changeUser("ada", fullName: name)
            }
        }
    }

    @Test func aNameIsTakenOnce() async throws {
        try await withPeople { people in
            let error = await #expect(throws: ModelError.self) { try await people.model.addUser("ADA") }
            #expect(error == .conflict("there is a user “ada” already"))
        }
    }

    @Test func theShownNameCanChange() async throws {
        try await withPeople { people in
            try await people.acting(as: "ada").changeUser("ada", fullName: " Ada Lovelace ")
            let ada = try await people.model.user("ada")
            #expect(ada.fullName == "Ada Lovelace")
            await #expect(throws: ModelError.self) { try await people.model.user("nobody") }
        }
    }

    @Test func aDisabledUserIsKeptButCannotSignIn() async throws {
        try await withPeople { people in
            try await people.acting(as: "root").disableUser("ada")
            let ada = try await people.model.user("ada")
            #expect(ada.disabledAt != nil && !ada.isActive)
            try await people.acting(as: "root").enableUser("ada")
            let again = try await people.model.user("ada")
            #expect(again.isActive)
        }
    }
}
