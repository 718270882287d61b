import Testing

@testable import DjetModel

@Suite struct EventIDTests {
    @Test func itIsReadAsItWasWritten() throws {
        var id = EventID()
        #expect(EventID("\(id)") == id)
        (id.line, id.state, id.progress, id.hasEnded) = (.max, .max, 17, true)
        #expect(EventID("\(id)") == id)
    }

    @Test(arguments: [
        "", "17", "0-0-0", "0-0-0-live-", "-0-0-0-live", "-1-0-0-live", "0-x-0-live", "0-0-0-dead",
        "0-0-0-LIVE",
        " 0-0-0-live", "9223372036854775808-0-0-live", "0-10000000000000000-0-live", "0-0-0-live\n",
        "0-00000000000000000000000000000000000000000000000000000000000-0-live", "' or 1=1 --",
    ])
    func nothingElseIsRead(text: String) {
        #expect(EventID(text) == nil)
    }
}
