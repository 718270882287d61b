import DjetModel
import DjetTestSupport
import Foundation
import Testing

@testable import DjetTools

@Suite struct RunCommandTests {
    private func outcome(of script: String, _ arguments: [String] = []) async throws -> CommandOutcome {
        try await Script.with(script) { script in
            try await withDatabase { database in
                try await database.model().providing(script.programs).call(RunCommand("script", arguments))
            }
        }
    }

    private func allowing(_ paths: [String: String], on database: TestDatabase) -> Model {
        database.model().providing(AllowedPrograms(paths: paths))
    }

    @Test func outputAndErrorsAndExitStatusAreTheResult() async throws {
        let outcome = try await outcome(of: "echo one; echo two >&2; exit 3")
        #expect(outcome.output == "one\ntwo\n")
        #expect(outcome.status == 3)
        #expect(outcome.signal == nil)
        #expect(outcome.failure == "script ended with exit status 3")
    }

    @Test func aSignalIsTold() async throws {
        let outcome = try await outcome(of: "kill -9 $$")
        #expect(outcome.status == nil)
        #expect(outcome.signal == 9)
        #expect(outcome.failure != nil)
    }

    @Test func argumentsReachTheProgramAsTheyAre() async throws {
        let arguments = ["$HOME; echo no", "*", "", "two words", "'\"\\", "æ"]
        let outcome = try await outcome(of: #"printf '<%s>\n' "$@""#, arguments)
        #expect(outcome.output == arguments.map { "<\($0)>\n" }.joined())
        #expect(outcome.failure == nil)
    }

    @Test func theProgramSeesNoVariableOfOurs() async throws {
        let outcome = try await outcome(of: "env; cat")
        let names = Set(outcome.output.split(separator: "\n").map { String($0.prefix { $0 != "=" }) })
        #expect(names.isSubset(of: ["PATH", "HOME", "LC_ALL", "PWD", "SHLVL", "_", "OLDPWD"]))
    }

    @Test func ofALongOutputTheEndIsKept() async throws {
        let outcome = try await outcome(of: "head -c 3000000 /dev/zero; printf end")
        #expect(outcome.output.hasSuffix("\u{1A}end"))
        #expect(outcome.output.utf8.count == OutputTail.limit)
        #expect(outcome.omitted == 3_000_003 - OutputTail.limit)
    }

    @Test func aProgramThatMustSucceedFails() async throws {
        try await Script.with("echo no paper; exit 3") { script in
            try await withDatabase { database in
                let model = database.model().providing(script.programs)
                let error = await #expect(throws: FailedCommand.self) {
                    try await model.call(RunCommand("script", mustSucceed: true))
                }
                #expect(error?.description == "script ended with exit status 3: no paper\n")
            }
        }
    }

    @Test func onlyAllowedProgramsRun() async throws {
        try await withDatabase { database in
            let none = await #expect(throws: ModelError.self) {
                try await allowing([:], on: database).call(RunCommand("sh"))
            }
            #expect(none?.message.contains("DJET_COMMANDS") == true)
            let other = allowing(["true": "/bin/true"], on: database)
            for name in ["sh", "/bin/true", "../bin/true"] {
                await #expect(throws: ModelError.self) { try await other.call(RunCommand(name)) }
            }
            let ended = try await other.call(RunCommand("true"))
            #expect(ended.status == 0)
            let missing = await #expect(throws: ModelError.self) {
                try await allowing(["true": "/no/such/true"], on: database).call(RunCommand("true"))
            }
            #expect(missing?.message.contains("/no/such/true") == true)
        }
    }

    @Test func whatNoProgramTakesIsRefused() async throws {
        try await withDatabase { database in
            let model = allowing(["true": "/bin/true"], on: database)
            for command in [
                RunCommand("true", ["a\0b"]), RunCommand("true", [String](repeating: "", count: 1001)),
                RunCommand("true", [String(repeating: "a", count: 100_001)]),
                RunCommand("true", seconds: 0), RunCommand("true", seconds: 604_801),
            ] {
                await #expect(throws: ModelError.self) { try await model.call(command) }
            }
        }
    }
}
