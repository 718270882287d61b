import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Passwords that anybody would guess.
@Suite struct PlainPasswordTests {
    @Test(arguments: [
        "password12", "administrator", "Administrator1!", "adm1n1strator", "@dministrator12", "p@$$w0rd12",
        "passw0rd2024", "PASSWORD123", "liverpool1", "basketball", "1q2w3e4r5t", "Sunshine99!",
        "letmein2024!",
        "qwertyuiop", "iloveyou1234", "Summer2024!", "password1234567890", "monkeymonkey1",
        "ｐａｓｓｗｏｒｄ12", "p.a.s.s.w.o.r.d", "i love you 2024", "dragon 20242025",
        "monkey 01.02.1990", "привет12345", "Пароль2024!",
    ])
    func whatIsTriedFirstIsRefused(password: String) async throws {
        #expect(try await refusal(password) != nil)
    }

    @Test(arguments: [
        "1234567890", "0987654321", "abcdefghijkl", "qwerty123456", "asdf1234qwer", "abcd1234abcd1234",
        "passwordpassword", "xk4!xk4!xk4!", "11223344556677", "1qaz2wsx3edc",
        "monkey monkey", "monkey1-monkey2", "20242025!!", "1984/2024 ?",
        "01/01/1990 01/01/1990", "kXq9#v-kXq9#v", "31.12.1999!!", "1/1/1990-2/2/1991", "19900131 ?!",
        "йцукенгшщз", "абвгдежзий", "αβγδεζηθικ",
    ])
    func sequencesAndRepetitionsAreRefused(password: String) async throws {
        #expect(try await refusal(password) != nil)
    }

    @Test(arguments: [
        "lovelace-and-tea", "Lovelace 2026 !", "l0velace rides", "adaadaada 12", "My Ada 123",
        "ada-lovelaze-99", "4da likes her tea", "adamant fish bicycle", "tea with Ada at noon",
        "fish lamp ada77",
        "kontornord in 26",
        "Kontor Nord ab", "k0nt0rn0rd--77",
    ])
    func namesOfTheUserAndTheSiteAreRefused(password: String) async throws {
        #expect(try await refusal(password) != nil)
    }

    @Test(arguments: [
        "correct horse battery", "a new password", "another good one", "ein schöner Tag", "kXq9#vL2mPz",
        "fish bicycle lamp", "Tr0ub4dor&3xyz", "über-geheime Wörter", "a canada goose in may",
        "2026-11-29 04:05", "2024 teapots 25", "ｆｉｓｈ bicycle lamp",
        "рыба лампа велосипед", "10.11.12 fish lamp",
    ])
    func whatNobodyWouldGuessIsTaken(password: String) async throws {
        #expect(try await refusal(password) == nil)
    }

    @Test func theTenThousandAreThere() async throws {
        try await withDatabase { database in
            let count = try await database.store.first(
                "select count(*) from djet.common_password", as: Int.self)
            #expect((count ?? 0) > 10_000)
        }
    }

    /// Returns why the user `ada`, Ada Lovelace, of the site “Kontor Nord” may not have a password; nil if
    /// she may.
    private func refusal(_ password: String) async throws -> String? {
        try await withDatabase { database in
            let model = database.model()
            try await model.declareBasetypes([Basetype("directory", title: "Directory")])
            try await model.plant([NodeSeed("/", "directory", title: "Kontor Nord")])
            try await model.addUser("ada", fullName: "Ada Lovelace")
            do {
                try await database.store.query("select djet.check_password(\(password), 'ada')")
                return nil
            } catch let error as StoreError where error.sqlState?.rawValue == "DJ400" {
                return error.message
            }
        }
    }
}
