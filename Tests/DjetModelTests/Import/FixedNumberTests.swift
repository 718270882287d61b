import DjetModel
import Testing

struct FixedNumberTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("6", 60_000), ("2.55", 25_500), ("-12.50", -125_000), ("0.0001", 1),
        ("007", 70_000),
        ("99999999.9999", 999_999_999_999), ("1.500000", 15_000), ("000000000012", 120_000),
    ])
    func readsWhatFilesWrite(text: String, tenThousandths: Int64) throws {
        #expect(try number(text).tenThousandths == tenThousandths)
    }

    @Test(arguments: [
        "", "-", ".", "5.", ".5", "+5", "1e3", "0x10", "NaN", "Infinity", "1,5", "1.2.3", "1 000", "--1", "a",
        "1a", "٣",
    ])
    func refusesWhatIsNoNumber(text: String) {
        #expect(throws: FixedNumber.Problem.notANumber) { try number(text) }
    }

    @Test(arguments: ["100000000", "0.00001", "123456789012345678901234567890", "-1.23456"])
    func refusesWhatIsTooLong(text: String) {
        #expect(throws: FixedNumber.Problem.tooLong) { try number(text) }
    }

    @Test func readsADecimalCommaWhereAllowed() throws {
        #expect(try number("2,55", allowsComma: true).tenThousandths == 25_500)
        #expect(try number("2.55", allowsComma: true).tenThousandths == 25_500)
        #expect(throws: FixedNumber.Problem.notANumber) { try number("1.234,5", allowsComma: true) }
    }

    @Test(arguments: [
        ("2", "1.255", 251), ("-2", "1.255", -251), ("1", "0.005", 1), ("-1", "0.005", -1),
        ("1", "0.0049", 0),
        ("3", "0.3333", 100), ("99999999.9999", "99999999.9999", 999_999_999_998_000_000),
    ])
    func roundsAmountsHalfAwayFromZero(quantity: String, price: String, hundredths: Int128) throws {
        #expect(FixedNumber.amount(quantity: try number(quantity), price: try number(price)) == hundredths)
    }

    private func number(_ text: String, allowsComma: Bool = false) throws -> FixedNumber {
        let bytes = Array(text.utf8)
        return try FixedNumber(bytes.span, allowsComma: allowsComma)
    }
}
