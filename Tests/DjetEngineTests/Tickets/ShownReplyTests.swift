import Testing

@testable import DjetEngine

@Suite struct ShownReplyTests {
    @Test(arguments: ["null", "{}", "[]", "\"\"", #"{"file": 7, "name": "a", "mimeType": "b", "size": 1}"#])
    func whatSaysNothingIsNotShown(text: String) {
        #expect(ShownReply(text).value.isEmpty)
    }

    @Test func whatIsNoJSONIsShownAsItIs() {
        #expect(ShownReply("no json").value.first?.text == "no json")
        let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        #expect(ShownReply(deep).value.first?.text == deep)
    }
}
