import Testing

@testable import DjetEngine

@Suite struct WrittenTests {
    @Test(arguments: [
        ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.80", "-1,234,567.80"), ("1e5", "1e5"),
        ("", ""),
    ])
    func numbersAreGrouped(text: String, written: String) {
        #expect(Written.number(text) == written)
    }

    @Test(arguments: [
        ("12", "12.00"), ("12.5", "12.50"), ("-1234.567", "-1,234.567"), ("956070.71", "956,070.71"),
    ])
    func moneyHasTwoDecimalsAtLeast(text: String, written: String) {
        #expect(Written.money(text) == written)
    }

    @Test(arguments: [("0.19", "19 %"), ("0.055", "5.5 %"), ("0", "0 %"), ("25", "2,500 %"), ("", "")])
    func sharesArePercentages(text: String, written: String) {
        #expect(Written.percent(text) == written)
    }

    @Test(arguments: [
        (0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 kB"), (3_400_000, "3.4 MB"), (1 << 40, "1.1 TB"),
    ])
    func sizesAreRounded(bytes: Int, written: String) {
        #expect(Written.bytes(bytes) == written)
    }

    @Test(arguments: [
        (0.0004, "0 ms"), (0.34, "340 ms"), (2.14, "2.1 s"), (200, "3 min 20 s"), (7500, "2 h 5 min"),
        (60, "1 min"), (3600, "1 h"), (86_400, "1 d"), (273_600, "3 d 4 h"), (1e300, "1e+300 s"),
        (-1e300, "-1e+300 s"),
    ])
    func durationsHaveTwoPartsAtMost(seconds: Double, written: String) {
        #expect(Written.duration(seconds) == written)
    }
}
