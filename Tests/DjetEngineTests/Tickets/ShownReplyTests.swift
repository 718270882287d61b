import DjetModel
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

    @Test(
        arguments: [(0, "nothing was imported: none of the file's 2 lines was accepted"), (1, nil)]
            as [(Int, String?)])
    func whatCameToNothingSaysWhy(accepted: Int, failure: String?) {
        let report = """
            {"lines": 2, "accepted": \(accepted), "rejected": \(2 - accepted), "orders": \(accepted), "returns": 0,
            "salesTotal": 1, "returnsTotal": 0, "netTotal": 1,
            "rejects": {"file": 7, "name": "rejects.csv", "mimeType": "text/csv", "size": 1}}
            """
        let shown = ShownReply(report, of: ImportOrders.self).failure
        #expect(failure.map { shown?.hasPrefix($0) == true } ?? (shown == nil), "\(shown ?? "")")
    }
}
