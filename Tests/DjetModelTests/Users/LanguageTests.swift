import DjetModel
import DjetTestSupport
import Testing

/// The language that a user has chosen.
@Suite struct LanguageTests {
    @Test func sessionsAndTokensKnowTheLanguage() async throws {
        try await withPeople { people in
            let tina = try await people.add("tina")
            let own = people.acting(as: "tina")
            let token = try await own.addToken(TokenRequest(purpose: "t", rights: [.view]), for: "tina").token
            #expect(try await people.model.session(ofToken: tina.token)?.user.language == nil)
            try await own.setLanguage(" da ", of: "tina")
            #expect(try await people.model.session(ofToken: tina.token)?.user.language == "da")
            #expect(try await people.model.bearer(ofToken: token)?.user.language == "da")
            #expect(try await people.model.user("tina").language == "da")
            #expect(try await people.actions().first == "tina user.language tina")
            try await own.setLanguage("da", of: "tina")
            #expect(
                try await people.actions().count { $0.contains("user.language") } == 1, "nothing has changed")
            try await own.setLanguage("", of: "tina")
            #expect(try await people.model.user("tina").language == nil)
        }
    }

    @Test func whatIsNoTagIsRefused() async throws {
        try await withPeople { people in
            let long = String(repeating: "da-", count: 40_000)
            for tag in ["x", "danish!", "DA", "da_DK", "da-", "da\u{0}", long] {
                let error = await #expect(throws: ModelError.self, "\(tag.prefix(20))") {
                    try await people.model.setLanguage(tag, of: "ada")
                }
                #expect(error?.kind == "invalid")
            }
            let ada = try await people.model.user("ada")
            #expect(ada.language == nil)
        }
    }

    @Test func nobodySetsThatOfAnAdministrator() async throws {
        try await withPeople { people in
            let error = await #expect(throws: ModelError.self) {
                try await people.acting(as: "ada").setLanguage("da", of: "root")
            }
            #expect(error?.kind == "forbidden")
        }
    }
}
