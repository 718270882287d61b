import DjetModel
import Testing

struct DateOrderTests {
    @Test(
        arguments: [
            ("2010-12-01 08:26", nil, "2010-12-01"), ("12/1/2010 8:26", .mdy, "2010-12-01"),
            ("1.12.2010", .dmy, "2010-12-01"), ("01-12-2010", .dmy, "2010-12-01"),
            ("2010/12/1", .ymd, "2010-12-01"),
            ("2010-12-01", .dmy, "2010-12-01"), ("12/1/2010", nil, nil), ("13/1/2010", .mdy, nil),
            ("1/12/10", .dmy, nil), ("1/12.2010", .dmy, nil), ("29.2.2010", .dmy, nil),
            ("2010/12/1", .dmy, nil),
            ("00001/1/2010", .mdy, nil), ("", .mdy, nil), ("2012-02-29", nil, "2012-02-29"),
            ("2011-02-29", nil, nil), ("31/02/2011", .dmy, nil), ("0000-01-01", nil, nil),
            ("99999-01-01", nil, nil), ("1/1/0000", .mdy, nil), ("1/1/02010", .mdy, nil),
        ] as [(String, DateOrder?, String?)])
    func aDayIsReadInTheOrderThatWasSaid(text: String, order: DateOrder?, day: String?) {
        #expect(Day.leading(Array(text.utf8)[...], order)?.day.description == day)
    }

    @Test(arguments: [
        "", " 8:26", " 08:26:00", "T08:26:00.123Z", "T08:26:00,5+01:00", " 08:26:00 +0100", " 08:26:00 UTC",
        " 08:26 GMT+1", " 00:00", " 23:59:60", " 24:00", " 24:00:00.000", " 8:26 PM", " 12:00 am",
        " 8:26:00 p.m.", " 20:26 PM",
    ])
    func aTimeMayFollowADay(text: String) {
        #expect(ClockTime.canFollowDay(Array(text.utf8)[...]))
    }

    @Test(arguments: [
        " 25:00", " 24:61", " 23:60", " 24:01", " 24:00:01", " 24:00:00.1", " 23:59:61", " 8", " 8:2", " :26",
        " 8:26:", " 8:26:ZZ", " 8:26:00.", " 8:26.", " 108:26", " 08:261", " 13:26 AM", " 8:26 MM",
        " 8:26+25:00", " 8:26+01:60", " 8:26+01:", " 8:26Z5", " 8:26 o'clock", "T", "x", "8:26", ".5", "1",
    ])
    func nothingElseMay(text: String) {
        #expect(!ClockTime.canFollowDay(Array(text.utf8)[...]))
    }
}
