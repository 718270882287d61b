import DjetModel
import Testing

@testable import DjetCommand

@Suite struct RetentionSettingTests {
    private func read(_ arguments: [String], _ variables: [String: String] = [:]) throws -> Retention {
        try RetentionSetting.retention(arguments.first, variables["DJET_RETENTION"])
    }

    @Test func daysAreForAllOrByStatus() throws {
        let day = Duration.seconds(86_400)
        #expect(try read([]) == Retention(day * 14))
        #expect(try read(["30"]) == Retention(day * 30))
        #expect(try read(["finished=7, error=90"]) == Retention(day * 14, finished: day * 7, error: day * 90))
        #expect(try read(["cancelled=1"], ["DJET_RETENTION": "9"]) == Retention(day * 14, cancelled: day))
        #expect(try read([], ["DJET_RETENTION": "error=90"]) == Retention(day * 14, error: day * 90))
    }

    @Test(arguments: [
        "", "0", "36501", "finished", "finished=", "finished=0", "finished=7,", "entered=7",
        "finished=7,finished=8",
        "finished=7=8", "=7",
    ])
    func anythingElseIsRefused(text: String) throws {
        let typed = #expect(throws: CommandFailure.self) { try read([text]) }
        #expect(typed?.description.hasPrefix("--retention must be a number from 1 to 36500, or") == true)
        let set = #expect(throws: CommandFailure.self) { try read([], ["DJET_RETENTION": text]) }
        #expect(set?.description.hasPrefix("DJET_RETENTION must be a number from 1 to 36500, or") == true)
    }
}
