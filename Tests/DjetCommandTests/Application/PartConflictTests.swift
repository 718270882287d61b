import ArgumentParser
import DjetEngine
import DjetJobmachine
import DjetModel
import DjetStore
import Testing

@testable import DjetCommand

/// A program ends at its start if two of its parts claim the same name.
@Suite struct PartConflictTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let first: Part
        let second: Part

        var testDescription: String { sentence }
    }

    static let cases = [
        Case(
            sentence: "a function “test.nod”", first: Part("a", functions: [Nod.self]),
            second: Part("b", functions: [Nod.self])),
        Case(
            sentence: "a handler of the kind “test.wink”", first: Part("a", handlers: [Wink()]),
            second: Part("b", handlers: [Wink()])),
        Case(
            sentence: "a handler of the kind “test.nod”", first: Part("a", functions: [Nod.self]),
            second: Part("b", handlers: [Wink(kind: "test.nod")])),
        Case(
            sentence: "an engine of the basetype “test-face”", first: Part("a", engines: [FaceEngine()]),
            second: Part("b", engines: [FaceEngine()])),
        Case(
            sentence: "a node “/face”", first: Part("a", nodes: [NodeSeed("/face", "page", title: "A")]),
            second: Part("b", nodes: [NodeSeed("/face", "directory", title: "B")])),
        Case(
            sentence: "a template “face”", first: Part("a", templates: ["face": "A"]),
            second: Part("b", templates: ["face": "B"])),
        Case(
            sentence: "a chore “sweep”",
            first: Part("a", chores: [Chore("sweep", every: .seconds(1)) { _ in }]),
            second: Part("b", chores: [Chore("sweep", every: .seconds(2)) { _ in }])),
        Case(
            sentence: "SQL of the schema “face”", first: Part("a", sql: sql("face", "")),
            second: Part("b", sql: sql("face", ""))),
        Case(
            sentence: "a table “face.nose”",
            first: Part("a", sql: sql("a", "create table face.nose (id integer);")),
            second: Part("b", sql: sql("b", "CREATE  TABLE if not exists \"face\".\"nose\"(id integer);"))),
        Case(
            sentence: "a command “wink”", first: Part("a", commands: [WinkCommand.self]),
            second: Part("b", commands: [WinkCommand.self])),
    ]

    @Test(arguments: cases) func twoPartsThatClaimTheSameAreNamed(wrong: Case) {
        let application = Application(name: "test", parts: [wrong.first, Part("other"), wrong.second])
        let conflict = #expect(throws: PartConflict.self) { try application.checkParts() }
        #expect(conflict?.description == "the parts “a” and “b” both have \(wrong.sentence)")
    }

    static let own = [
        Case(
            sentence: "a node “/jobs”", first: Part("a", nodes: [NodeSeed("/jobs", "page", title: "Jobs")]),
            second: Part("b")),
        Case(sentence: "SQL of the schema “djet”", first: Part("a", sql: sql("djet", "")), second: Part("b")),
        Case(
            sentence: "a command “jobs”", first: Part("a", commands: [SecondJobsCommand.self]),
            second: Part("b")),
        Case(
            sentence: "a table “jobmachine.job”",
            first: Part("a", sql: sql("a", "create table jobmachine.job (id integer);")), second: Part("b")),
    ]

    @Test(arguments: own) func whatDjetItselfHasIsNoPartsEither(wrong: Case) {
        let application = Application(name: "test", parts: [wrong.first, wrong.second])
        let conflict = #expect(throws: PartConflict.self) { try application.checkParts() }
        #expect(conflict?.description == "Djet itself and the part “a” both have \(wrong.sentence)")
    }

    static let doubled: [(String, Part)] = [
        ("a function “test.nod”", Part("a", functions: [Nod.self, Nod.self])),
        ("a handler of the kind “test.wink”", Part("a", handlers: [Wink(), Wink()])),
        ("an engine of the basetype “test-face”", Part("a", engines: [FaceEngine(), FaceEngine()])),
        (
            "a node “/face”",
            Part(
                "a",
                nodes: [
                    NodeSeed("/face", "page", title: "A"), NodeSeed("/face", "directory", title: "B"),
                ])
        ),
        ("SQL of the schema “face”", Part("a", sql: { try sql("face", "")() + sql("face", "")() })),
        ("a command “wink”", Part("a", commands: [WinkCommand.self, WinkCommand.self])),
    ]

    @Test(arguments: doubled) func onePartClaimsANameOnce(sentence: String, part: Part) {
        let conflict = #expect(throws: PartConflict.self) {
            try Application(name: "test", parts: [part]).checkParts()
        }
        #expect(conflict?.description == "the part “a” has \(sentence) twice")
    }

    @Test func aSecretArgumentMustExist() throws {
        struct Mistyped: ModelFunction {
            static let name = "test.mistyped"
            static var secret: Secret { .arguments("order", "crad") }
            var order: Int
            var card: String
            func run(in model: Model) async throws -> Int { order }
        }
        let conflict = #expect(throws: PartConflict.self) {
            try Application(name: "test", parts: [Part("a", functions: [Mistyped.self])]).checkParts()
        }
        #expect(
            conflict?.description
                == "the function “test.mistyped” says that its argument “crad” is secret, but has none of that name"
        )
    }

    @Test func aKeyOfLimitsMustNotBeSecret() throws {
        struct Hidden: ModelFunction {
            static let name = "test.hidden"
            static var secret: Secret { .arguments("card") }
            static var limitKey: String? { "card.holder" }
            var card: String
            func run(in model: Model) async throws -> String { card }
        }
        let conflict = #expect(throws: PartConflict.self) {
            try Application(name: "test", parts: [Part("a", functions: [Hidden.self])]).checkParts()
        }
        #expect(
            conflict?.description.hasPrefix(
                "the function “test.hidden” names “card.holder” as its key of limits, which is secret")
                == true)
    }

    @Test func twoPartsOfOneNameAreRefused() {
        let application = Application(name: "test", parts: [.business, .business])
        let conflict = #expect(throws: PartConflict.self) { try application.checkParts() }
        #expect(conflict?.description == "two parts both have the name “business”")
    }

    @Test func aPartMayReplaceWhatEverySiteHas() throws {
        let part = Part(
            "a", functions: [Nod.self], handlers: [Wink(kind: "test.nod")],
            sql: Self.sql("a", "create table a.b (id integer); create table a.b (id bigint)"),
            engines: [SecondHealth()],
            templates: ["layout": "{{{main}}}"])
        try Application(name: "test", parts: [part, .business]).checkParts()
    }

    @Test func theShippedProgramIsFreeOfThem() async throws {
        let run = try await Run(["functions"])
        #expect(run.status == 0, "\(run.error)")
    }

    @Test func theCommandLineSaysSoWithAStatusOfItsOwn() async throws {
        let run = try await Run.office("functions", environment: ["OFFICE_DOUBLE": "1"])
        #expect(run.status == 70)
        #expect(run.error == "Error: the parts “office” and “annex” both have a function “greet”\n")
        #expect(run.output.isEmpty)
    }

    private static func sql(_ home: String, _ text: String) -> @Sendable () throws -> [SQLSet] {
        { [try SQLSet(home: home, files: [SQLSet.File(path: "migrations/0001_a.sql", text: text)])] }
    }
}

private struct Nod: ModelFunction {
    static let name = "test.nod"

    func run(in model: Model) async throws -> Nothing { Nothing() }
}

private struct Wink: JobHandler {
    var kind = "test.wink"

    func run(_ job: Job, in model: Model) async throws -> Nothing { Nothing() }
}

private struct FaceEngine: Engine {
    static let basetype = Basetype("test-face", title: "Face")
    var routes: [Route] { [] }
}

private struct SecondHealth: Engine {
    static let basetype = Basetype("health", title: "Health")
    var routes: [Route] { [] }
}

private struct WinkCommand: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(commandName: "wink") }
}

private struct SecondJobsCommand: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(commandName: "jobs") }
}
