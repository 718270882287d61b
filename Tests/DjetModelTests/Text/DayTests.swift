import DjetModel
import Foundation
import Testing

struct DayTests {
    @Test(arguments: ["2010-12-01", "2000-02-29", "2024-02-29", "0001-01-01", "9999-12-31"])
    func readsAndWritesDays(text: String) throws {
        #expect(Day(text)?.description == text)
        let json = try JSONEncoder().encode([Day(text)])
        #expect(String(decoding: json, as: UTF8.self) == "[\"\(text)\"]")
    }

    @Test(arguments: [
        "", "2010-2-1", "2010-02-29", "1900-02-29", "2010-13-01", "2010-00-10", "2010-04-31", "20101201",
    ])
    func refusesWhatIsNoDay(text: String) {
        #expect(Day(text) == nil)
    }
}
