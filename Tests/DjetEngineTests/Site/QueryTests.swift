import HTTPTypes
import Testing

@testable import DjetEngine

@Suite struct QueryTests {
    static let fields = [
        QueryField("text", .text, "A text"), QueryField("words", .words, "Words"),
        QueryField("number", .integer(1...9), "A number"), QueryField("way", .choice(["up"]), "A way"),
        QueryField("time", .time, "A time"), QueryField("mark", .matching("^a", like: "a"), "A mark"),
    ]

    @Test(arguments: ["text=a%00", "words=%00", "number=1%00", "way=up%00", "time=2026-11-22%00", "mark=%00"])
    func aZeroByteIsCalledByItsName(query: String) throws {
        let refusal = try #require(throws: RequestError.self) { try Query(query, fields: Self.fields) }
        #expect(refusal.status == .badRequest && refusal.detail.contains("has a zero byte"))
        #expect(!refusal.detail.utf8.contains(0), "it is not shown")
    }

    @Test func aTextThatIsTooLongIsToldHowLongItMayBe() throws {
        let text = "text=" + String(repeating: "a", count: 1_001)
        let refusal = try #require(throws: RequestError.self) { try Query(text, fields: Self.fields) }
        #expect(refusal.detail.contains("at most 1,000 characters"))
        let day = try Query("time=2026-11-22", fields: Self.fields)
        #expect(day.time("time") != nil)
    }
}
