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
            ("00001/1/2010", .mdy, nil), ("", .mdy, nil),
        ] as [(String, DateOrder?, String?)])
    func aDayIsReadInTheOrderThatWasSaid(text: String, order: DateOrder?, day: String?) {
        #expect(Day.leading(Array(text.utf8)[...], order)?.day.description == day)
    }
}
