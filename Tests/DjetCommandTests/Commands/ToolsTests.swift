import DjetTestSupport
import Testing

/// The tools of the shipped program, with its settings.
@Suite struct ToolsTests {
    private let arguments = ["call", "tools.run-command", "--args", #"{"program": "false"}"#]

    @Test func aCommandRunsAndItsFailureIsTold() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run(
                arguments, on: database, environment: ["DJET_COMMANDS": "false=/bin/false"])
            #expect(run.status == 1)
            #expect(run.error.contains("false ended with exit status 1"))
            let refused = try await Run(arguments, on: database)
            #expect(refused.status == 1)
            #expect(refused.error.contains("DJET_COMMANDS"))
        }
    }

    @Test func aWrongSettingEndsTheProgram() async throws {
        try await withDatabase(business: true) { database in
            let run = try await Run(arguments, on: database, environment: ["DJET_COMMANDS": "bin/false"])
            #expect(run.status == 78)
            #expect(run.error.contains("DJET_COMMANDS must be a list"))
        }
    }
}
