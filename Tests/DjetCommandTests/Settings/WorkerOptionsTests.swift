import ArgumentParser
import DjetJobmachine
import Testing

@testable import DjetCommand

@Suite struct WorkerOptionsTests {
    private func read(
        _ arguments: [String], _ variables: [String: String] = [:]
    ) throws -> WorkerConfiguration {
        try WorkerOptions.parse(arguments).configuration(
            for: Application(name: "bare", parts: []), environment: EnvironmentSettings(variables: variables))
    }

    @Test func aReplyHasAtMost64MiBUnlessItIsSaid() throws {
        let usual = try read([])
        #expect(usual.replyLimit == 64 << 20)
        #expect(WorkerConfiguration().replyLimit == usual.replyLimit)
    }

    @Test func flagsGoOverTheEnvironment() throws {
        let variables = ["DJET_REPLY_LIMIT": "7"]
        let set = try read([], variables)
        #expect(set.replyLimit == 7 << 20)
        let typed = try read(["--reply-limit", "200"], variables)
        #expect(typed.replyLimit == 200 << 20)
    }

    @Test(arguments: ["0", "201", "-1", "many", "1.5"])
    func aLimitThatNoReplyCanHaveNamesItsOrigin(limit: String) throws {
        let typed = #expect(throws: CommandFailure.self) { try read(["--reply-limit=\(limit)"]) }
        #expect(typed?.description.hasPrefix("--reply-limit must be a number from 1 to 200 ") == true)
        let set = #expect(throws: CommandFailure.self) { try read([], ["DJET_REPLY_LIMIT": limit]) }
        #expect(set?.description.hasPrefix("DJET_REPLY_LIMIT must be a number from 1 to 200 ") == true)
    }
}
