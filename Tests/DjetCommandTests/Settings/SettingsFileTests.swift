import DjetTestSupport
import Testing

@testable import DjetCommand

@Suite struct SettingsFileTests {
    @Test func linesAreVariables() throws {
        let text = """
            # The server
            DATABASE_URL=postgres://djet@db/djet?options=-c%20a=b

              DJET_QUEUES = default, slow\t\r
            ; DJET_PORT=1
            """
        #expect(throws: CommandFailure.self) { try SettingsFile(text, of: "x") }
        let file = try SettingsFile(text.replacing(" = ", with: "="), of: "x")
        #expect(
            file.variables == [
                "DATABASE_URL": "postgres://djet@db/djet?options=-c%20a=b", "DJET_QUEUES": "default, slow",
            ])
    }

    @Test(arguments: [
        ("", ""), ("a b", "a b"), ("# no comment", "# no comment"), ("$HOME", "$HOME"), (" a", "a"),
        ("'a \\ \"b\" '", "a \\ \"b\" "), ("\"it's\"", "it's"), ("''", ""), ("ö\u{301}", "ö\u{301}"),
        ("'\u{301}'", "\u{301}"),
    ])
    func aValueMayStandBetweenQuotes(written: String, value: String) throws {
        #expect(try SettingsFile("A=\(written)", of: "x").variables == ["A": value])
    }

    @Test(arguments: ["'", "'a", "a'", "'a'b'", "'a' 'b'", "\"a\\n\"", "\"", "a\\", "it's", "'a' # b"])
    func valuesThatProgramsReadInDifferentWaysAreRefused(written: String) {
        let error = #expect(throws: CommandFailure.self) {
            try SettingsFile("\n\nA=\(written)", of: "x.conf")
        }
        let advice = "x.conf, line 3: put the whole value between single quotes"
        #expect(error?.description.hasPrefix(advice) == true)
    }

    @Test(arguments: ["A", "=a", "A B=a", "export A=a", "1A=a", "A =a", "A-B=a", "Ä=a"])
    func aLineThatIsNoSettingIsNamedWithoutItsText(line: String) {
        let error = #expect(throws: CommandFailure.self) { try SettingsFile("B=1\n" + line, of: "x.conf") }
        #expect(error?.description == "x.conf, line 2: write NAME=value, without a blank before the =")
        #expect(error?.status == .configuration)
    }

    @Test func theLastLineOfANameCounts() throws {
        #expect(try SettingsFile("A=1\r\nA=2\r\n", of: "x").variables == ["A": "2"])
    }

    @Test func aZeroByteIsRefused() {
        #expect(throws: CommandFailure.self) { try SettingsFile("A=a\0b", of: "x") }
    }

    @Test(
        arguments: [
            (["work"], nil), (["--config", "a", "work"], "a"), (["work", "--config=a b"], "a b"),
            (["work", "--config", "a", "--config", "b"], "b"), (["work", "--config"], nil),
            (["work", "--config", "--slots", "3"], nil), (["call", "x", "--", "--config", "a"], nil),
        ] as [([String], String?)])
    func theFlagIsFoundWhereTheParserFindsIt(arguments: [String], path: String?) {
        #expect(SettingsFile.path(in: arguments) == path)
    }

    @Test func flagsOverrideTheEnvironmentAndItTheFile() async throws {
        let scratch = try Scratch()
        let file = try scratch.write("DJET_SLOTS=file\n", to: "djet.conf")
        let typed = ["work", "--config", file]
        let all = try await Run.office(
            "work", "--slots", "flag", "--config", file, environment: ["DJET_SLOTS": "variable"])
        #expect(all.error.contains("--slots must be a number from 1 to 10000 (got “flag”)"))
        let two = try await Run(typed, by: "office", environment: ["DJET_SLOTS": "variable"])
        #expect(two.error.contains("DJET_SLOTS must be a number from 1 to 10000 (got “variable”)"))
        let one = try await Run(typed, by: "office", environment: ["DJET_SLOTS": ""])
        #expect(one.error.contains("DJET_SLOTS must be a number from 1 to 10000 (got “file”)"))
        #expect(one.status == 78)
    }

    @Test func theFlagTakesTheFileOfTheVariablesPlace() async throws {
        let scratch = try Scratch()
        let first = try scratch.write("DJET_SLOTS=first\n", to: "first.conf")
        let second = try scratch.write("DJET_GRACE=second\n", to: "second.conf")
        let named = try await Run.office("work", environment: ["DJET_CONFIG": first])
        #expect(named.error.contains("(got “first”)"))
        let typed = try await Run.office("--config", second, "work", environment: ["DJET_CONFIG": first])
        #expect(typed.error.contains("DJET_GRACE must be a number from 0 to 86400 (got “second”)"))
    }

    /// libpq reads the environment of the process by itself.
    @Test func theVariablesOfLibPQAreReadFromTheFile() async throws {
        let scratch = try Scratch()
        let file = try scratch.write("PGHOST=/no/such/folder\n", to: "djet.conf")
        let run = try await Run.office(
            "jobs", "list", "--config", file, environment: ["DATABASE_URL": ""])
        #expect(run.status == 69)
        #expect(run.error.contains("/no/such/folder"), "\(run.error)")
        #expect(run.error.contains("Check --database or PGHOST."), "\(run.error)")
    }

    @Test(arguments: [
        ("DJET_SLOT", "; did you mean DJET_SLOTS?"), ("DJT_SLOTS", "; did you mean DJET_SLOTS?"),
        ("DEJT_SLOTS", "; did you mean DJET_SLOTS?"), ("djet_slots", "; did you mean DJET_SLOTS?"),
        ("DJET_COLOUR_OF_PAGES", "."),
    ])
    func aNameOfDjetThatNoCommandKnowsIsRefused(name: String, guess: String) async throws {
        let scratch = try Scratch()
        let file = try scratch.write("DJET_PORT=0\n\(name)=secret\n", to: "djet.conf")
        let sentence = "office has no setting “\(name)”\(guess) Correct the name, or take the line out"
        let typed = try await Run.office("jobs", "list", "--config", file)
        #expect(typed.error == "Error: \(file): \(sentence)\n")
        #expect(typed.status == 78)
        let named = try await Run.office("work", environment: ["DJET_CONFIG": file])
        #expect(named.error == typed.error)
    }

    /// `PGPASSWORD` is libpq's, and the programs of commands may read the rest.
    @Test func otherNamesAndThoseOfPartsAreAllowed() throws {
        let names = ["PGPASSWORD", "LANG", "SHOP_PORT", "NET_PORT", "APP_SECRET_KEYS_FILE", "A"]
        let others = try SettingsFile(names.map { "\($0)=a" }.joined(separator: "\n"), of: "x")
        try others.refuseUnknown(among: RootCommand.settings, of: "x")
        let part = Part("shop", variables: ["DJET_SHOP"])
        try Application.$current.withValue(Application(name: "shop", parts: [part])) {
            let own = try SettingsFile("DJET_SHOP=a", of: "x")
            try own.refuseUnknown(among: RootCommand.settings, of: "x")
        }
        #expect(throws: CommandFailure.self) {
            try SettingsFile("DJET_SHOP=a", of: "x").refuseUnknown(among: RootCommand.settings, of: "x")
        }
    }

    @Test func aFileThatIsNotThereIsNamedByItsOrigin() async throws {
        let typed = try await Run.office("work", "--config", "/no/file")
        #expect(typed.status == 66)
        #expect(typed.error == "Error: --config: there is no file /no/file\n")
        let named = try await Run.office("work", environment: ["DJET_CONFIG": "/tmp"])
        #expect(named.status == 78)
        #expect(named.error == "Error: DJET_CONFIG: /tmp is a folder: name a file\n")
    }

    /// The file of the Debian package shows each setting in a comment, ready to be taken out of it.
    @Test func theShippedFileCanBeRead() async throws {
        let shipped = try InputFile("\(Self.project)/packaging/djet.conf").text()
        let all = shipped.replacing(#/(?m)^#(?=[A-Z_]+=)/#, with: "")
        let names = Set(try SettingsFile(all, of: "djet.conf").variables.keys)
        #expect(try SettingsFile(shipped, of: "djet.conf").variables == ["DJET_FOLDER": "/var/lib/djet"])
        let help = try await Run(["--help"]).output
        let known = Set(help.matches(of: #/DJET_[A-Z_]*[A-Z]/#).map { String($0.output) })
        #expect(names.subtracting(known) == ["DATABASE_URL"])
        #expect(known.subtracting(names) == ["DJET_CONFIG"], "packaging/djet.conf lacks these")
    }

    private static let project = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
}
