import DjetJSON
import DjetModel
import DjetStore
import Foundation
import Testing

@Suite struct StoredTextTests {
    @Test func aLongTextSaysHowLongItWas() {
        let text = StoredText.of(String(repeating: "é€", count: 10_000_000))
        #expect(text.hasSuffix("… (cut: 20,000,000 characters)"))
        #expect(text.utf8.count <= StoredText.limit)
        #expect(text.utf8.count > 8_000)
        let whole = String(repeating: "x", count: StoredText.limit)
        #expect(StoredText.of(whole) == whole)
    }

    @Test func aZeroByteIsReplaced() {
        #expect(StoredText.of("a\0b") == "a\u{FFFD}b")
    }

    struct Heavy: Error, Codable, Equatable { var text: String }

    @Test func anErrorIsStoredShortAndStillItself() throws {
        let failure = JobFailure(Heavy(text: "a\0" + String(repeating: "x", count: 20_000_000)))
        let text = try JSON.text(of: failure)
        #expect(text.utf8.count < 3 * StoredText.limit)
        #expect(!text.contains(#"\u0000"#))
        let cut = try #require(failure.error as? Heavy, "it is what was thrown, and shorter")
        #expect(cut.text.hasSuffix("… (cut: 20,000,002 characters)"))
        let short = JobFailure(Heavy(text: "a\0b"))
        #expect(short.error as? Heavy == Heavy(text: "a\u{FFFD}b"))
    }

    @Test func aDecodingErrorSaysWhere() throws {
        let error = #expect(throws: DecodingError.self) {
            try JSON.value([String: [Int]].self, from: #"{"lines": [1, "x"]}"#)
        }
        let failure = JobFailure(try #require(error))
        #expect(failure.message.hasPrefix("lines[1]: expected a whole number"))
    }

    @Test(arguments: [
        "{}", "5", "[]", #""boom""#, #"{"type": 5, "message": []}"#, "null", #"{"message": "m"}"#,
    ])
    func anErrorOfAnyShapeIsRead(stored: String) throws {
        let failure = try JSON.value(JobFailure.self, from: stored)
        #expect(failure.type == "unknown")
        #expect(!failure.message.isEmpty)
    }

    @Test(arguments: ["{}", "5", #"{"done": "many"}"#, #"{"done": 1e30, "note": 7}"#])
    func aProgressOfAnyShapeIsRead(stored: String) throws {
        #expect(try JSON.value(JobProgress.self, from: stored).done == 0)
    }
}
