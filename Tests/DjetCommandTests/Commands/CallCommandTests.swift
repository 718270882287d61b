import DjetTestSupport
import Testing

@Suite struct CallCommandTests {
    private let ada = #"{"whom": "Ada"}"#

    @Test func aTextIsPrintedAsItIs() async throws {
        try await withDatabase { database in
            let run = try await Run.office("call", "greet", "--args", ada, on: database)
            #expect(run.output == "Hello, Ada\n")
            #expect(run.status == 0)
        }
    }

    @Test func aProgramGetsJSON() async throws {
        try await withDatabase { database in
            let run = try await Run.office("call", "greet", "--args", ada, "--json", on: database)
            #expect(run.output == "\"Hello, Ada\"\n")
        }
    }

    @Test func argumentsComeFromAFileOrFromStandardInput() async throws {
        let scratch = try Scratch()
        let file = try scratch.write(ada, to: "arguments.json")
        try await withDatabase { database in
            let fromFile = try await Run.office("call", "greet", "--args", "@\(file)", on: database)
            #expect(fromFile.output == "Hello, Ada\n")
            let fromInput = try await Run.office("call", "greet", "--args", "-", on: database, input: ada)
            #expect(fromInput.output == "Hello, Ada\n")
        }
    }

    @Test func theFilesOfAnAnswerAreSaved() async throws {
        let scratch = try Scratch()
        try await withDatabase { database in
            let folder = "\(scratch.path)/new"
            let run = try await Run.office("call", "write-letter", "--save", folder, "--json", on: database)
            #expect(run.status == 0)
            #expect(try scratch.text(of: "new/letter.txt") == "Dear Ada\n")
            #expect(run.error == "Saved \(folder)/letter.txt\n")
            #expect(try run.json() is [String: Any])
        }
    }

    @Test func whatTheFunctionRefusesIsOneSentence() async throws {
        try await withDatabase { database in
            let run = try await Run.office("call", "refuse", on: database)
            #expect(run.error == "Error: order 7 has not shipped\n")
            #expect(run.status == 1)
            #expect(run.output.isEmpty)
        }
    }

    @Test func nothingButATerminalSeesAProgressBar() async throws {
        try await withDatabase { database in
            let run = try await Run.office("call", "sleep", "--args", #"{"seconds": 0}"#, on: database)
            #expect(run.error.isEmpty)
            #expect(run.output == "0\n")
        }
    }
}
