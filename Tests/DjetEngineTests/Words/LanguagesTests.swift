import Testing

@testable import DjetEngine

/// The language for a reader.
@Suite struct LanguagesTests {
    private static let languages = Languages(["de": ["Sign in": "Anmelden"], "pt-BR": ["a": "b"]])

    @Test(
        arguments: [
            (nil, "en"), ("", "en"), ("da", "da"), ("da-DK, en;q=0.8", "da"), ("fr, da;q=0.5", "da"),
            ("fr", "en"),
            ("en, da", "en"), ("en;q=0.5, da;q=0.9", "da"), ("da;q=0, de", "de"), ("*", "en"),
            ("DE-at", "de"),
            ("pt-br", "pt-br"), ("pt", "en"), ("da;q=x", "en"), ("da;q=-1", "en"), ("da;q=9", "en"),
            (";;,=,", "en"),
            ("da;q=nan", "en"), ("*;q=0.1, da;q=0.2", "da"),
        ] as [(String?, String)])
    func theBrowserSaysWhatItLikes(header: String?, language: String) {
        #expect(Self.languages.best(account: nil, header: header).language == language)
    }

    @Test func theAccountWins() {
        #expect(Self.languages.best(account: "da", header: "de").language == "da")
        #expect(Self.languages.best(account: "en", header: "da").language == "en")
        #expect(Self.languages.best(account: "fr", header: "da").language == "da", "one that nobody has")
    }

    @Test func aHostileHeaderIsReadAsFarAsABrowserWrites() {
        let many = String(repeating: "xx;q=0.1,", count: 12_000)
        #expect(AcceptLanguage(many).tags.count == AcceptLanguage.longest.tags)
        #expect(AcceptLanguage(many + "da").tags.allSatisfy { $0 == "xx" })
        #expect(AcceptLanguage(String(repeating: "a", count: 100_000)).tags.isEmpty)
        #expect(AcceptLanguage(String(repeating: ";", count: 100_000) + ",da").tags.isEmpty)
    }

    @Test func eachLanguageSaysItsName() {
        #expect(Languages().all.map(\.name) == ["Dansk", "English"])
    }

    @Test func aPartAddsTextsAndReplacesThem() {
        let own = Languages(["da": ["Sign in": "Ind", "Notes": "Noter"], "en": ["Notes": "x"]])
        let danish = own.best(account: "da", header: nil)
        #expect(danish("Sign in") == "Ind" && danish("Notes") == "Noter" && danish("Sign out") == "Log ud")
        #expect(own.best(account: nil, header: nil)("Notes") == "Notes", "English is what the source says")
    }
}
