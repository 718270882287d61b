import DjetModel
import DjetTestSupport
import Testing

@Suite struct RoleTests {
    @Test func aRoleIsGrantedAndRevoked() async throws {
        try await withPeople { people in
            let root = people.acting(as: "root")
            try await root.addRole("clerk", title: "Clerks")
            try await root.grant(role: "clerk", to: "ada")
            try await root.grant(role: "clerk", to: "ada")
            let clerk = try await people.model.user("ada").user
            #expect(clerk.roles == ["clerk", "everyone", "users"])
            #expect(clerk.grantedRoles == ["clerk"])
            let roles = try await people.model.roles()
            #expect(roles.map(\.name) == ["administrator", "clerk", "everyone", "users"])
            #expect(roles.map(\.grants) == [1, 1, 0, 0])
            #expect(roles.first?.title == "Administrator", "in the singular, as the titles made from names")
            try await root.revoke(role: "clerk", from: "ada")
            let none = try await people.model.user("ada").user
            #expect(none.grantedRoles.isEmpty)
        }
    }

    @Test func anUnknownRoleIsRefusedWithThoseThereAre() async throws {
        try await withPeople { people in
            let error = await #expect(throws: ModelError.self) {
                try await people.model.grant(role: "clrek", to: "ada")
            }
            #expect(error == .notFound("there is no role “clrek”; there are: administrator"))
            for role in ["everyone", "users"] {
                let error = await #expect(throws: ModelError.self) {
                    try await people.model.grant(role: role, to: "ada")
                }
                #expect(error?.kind == "conflict")
            }
        }
    }

    @Test func theLastAdministratorStays() async throws {
        try await withPeople { people in
            let root = people.acting(as: "root")
            let refusals = [
                await #expect(throws: ModelError.self) { try await root.disableUser("root") },
                await #expect(throws: ModelError.self) {
                    try await people.model.revoke(role: "administrator", from: "root")
                },
            ]
            for error in refusals {
                #expect(error?.kind == "conflict")
            }
            // An invited user without a password cannot take over.
            try await root.addUser("next", roles: ["administrator"])
            await #expect(throws: ModelError.self) { try await root.disableUser("root") }
            try await people.add("second", roles: ["administrator"])
            try await root.disableUser("root")
        }
    }

    /// Otherwise the next server to start would enable them again, and give the role back.
    @Test func theLastAdministratorStaysEvenIfOnlyInvited() async throws {
        try await withDatabase { database in
            let model = database.model()
            _ = try await model.firstInvitation()
            let refused: [@Sendable () async throws -> Void] = [
                { try await model.disableUser("admin") },
                { try await model.revoke(role: "administrator", from: "admin") },
            ]
            for action in refused {
                let error = await #expect(throws: ModelError.self) { try await action() }
                #expect(
                    error?.message.hasPrefix("the user “admin” is the last administrator. Make") == true,
                    "\(error?.message ?? "")")
            }
            try await model.addUser("next", roles: ["administrator"])
            try await model.revoke(role: "administrator", from: "next")
            try await model.grant(role: "administrator", to: "next")
            try await model.disableUser("admin")
            let admin = try await model.user("admin")
            #expect(admin.disabledAt != nil)
        }
    }

    @Test func twoAdministratorsCannotDisableEachOther() async throws {
        try await withPeople { people in
            try await people.add("second", roles: ["administrator"])
            async let one: Void? = try? people.acting(as: "root").disableUser("second")
            async let other: Void? = try? people.acting(as: "second").disableUser("root")
            let done = await [one, other].compactMap { $0 }.count
            #expect(done == 1)
        }
    }

    @Test func whoManagesUsersIsNoAdministratorByThat() async throws {
        try await withPeople { people in
            let ada = people.acting(as: "ada")
            try await people.add("bob")
            let refused: [@Sendable () async throws -> Void] = [
                { try await ada.grant(role: "administrator", to: "ada") },
                { try await ada.revoke(role: "administrator", from: "root") },
                { try await ada.addUser("eve", roles: ["administrator"]) },
                { _ = try await ada.invite("root") },
                { try await ada.disableUser("root") },
                { try await ada.changeUser("root", fullName: "Fool") },
            ]
            for action in refused {
                let error = await #expect(throws: ModelError.self) { try await action() }
                #expect(error?.kind == "forbidden")
            }
            try await ada.disableUser("bob")
            let bob = try await people.model.user("bob")
            #expect(!bob.isActive)
        }
    }
}
