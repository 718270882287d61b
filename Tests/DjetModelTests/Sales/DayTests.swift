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

    @Test(arguments: [
        (0.0, "1970-01-01"), (-1, "1969-12-31"), (1_291_161_599, "2010-11-30"), (1_291_161_600, "2010-12-01"),
        (951_782_400, "2000-02-29"), (253_402_300_799, "9999-12-31"),
    ])
    func knowsTheDayOfAMoment(seconds: Double, text: String) {
        #expect(Day(Date(timeIntervalSince1970: seconds)).description == text)
    }
}
