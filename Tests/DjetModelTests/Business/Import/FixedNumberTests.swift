import DjetModel
import Testing

struct FixedNumberTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("6", 60_000), ("2.55", 25_500), ("-12.50", -125_000), ("0.0001", 1),
        ("007", 70_000), ("+1", 10_000), (".50", 5_000), ("-.5", -5_000), ("2.", 20_000), ("1.255", 12_550),
        ("99999999.9999", 999_999_999_999), ("1.500000", 15_000), ("000000000012", 120_000),
        ("2,50", 25_000), ("1234,567", 12_345_670), ("0,125", 1_250), ("1.234,50", 12_345_000),
        ("1,234.50", 12_345_000), ("1'234.50", 12_345_000), ("1 234,5", 12_345_000), ("1 000", 10_000_000),
        ("1'000'000", 10_000_000_000), ("1.234.567", 12_345_670_000), ("-1,234,567.8901", -12_345_678_901),
    ])
    func readsWhatFilesWrite(text: String, tenThousandths: Int64) throws {
        #expect(try number(text).tenThousandths == tenThousandths)
    }

    @Test(arguments: [
        "", "-", "+", ".", ",", "1e3", "1E+02", "0x10", "NaN", "Infinity", "1.2.3", "--1", "+-1", "a", "1a",
        "٣",
        "2.50-", "(2.50)", "$2.50", "2.50 EUR", "€2.50", "12,34,567.00", "1.23.456", "1 00", "1234 567",
        "0.123.456",
        "1.234 567", "1'234 567", "1,234.567.890", "1.234,567,890", "１２", "2.5.", "1..5", "1,.5", "'1", "1'",
    ])
    func refusesWhatIsNoNumber(text: String) {
        #expect(throws: FixedNumber.Problem.notANumber) { try number(text) }
    }

    @Test(arguments: [
        "100000000", "0.00001", "2.50001", "123456789012345678901234567890", "-1.23456", "100.000.000",
    ])
    func refusesWhatIsTooLong(text: String) {
        #expect(throws: FixedNumber.Problem.tooLong) { try number(text) }
    }

    @Test func aLoneSignBeforeThreeDigitsMeansWhatIsKnownOfIt() throws {
        for (style, point, comma) in [
            (.given(.point), 12_500, 12_500_000), (.given(.comma), 12_500_000, 12_500),
            (.seen(.point), 12_500, 12_500_000), (.seen(.comma), 12_500_000, 12_500), (.assumed, 12_500, nil),
            (.unknown, nil, nil),
        ] as [(NumberStyle, Int64?, Int64?)] {
            #expect((try? number("1.250", style))?.tenThousandths == point)
            #expect((try? number("1,250", style))?.tenThousandths == comma)
        }
        #expect(throws: FixedNumber.Problem.undecided) { try number("1.000", .unknown) }
        #expect(throws: FixedNumber.Problem.undecided) { try number("-100,000", .assumed) }
    }

    @Test func whatWasSaidStandsBeforeDecimalsAndNothingElse() throws {
        #expect(try number("1.250,50", .given(.comma)).tenThousandths == 12_505_000)
        for (text, sign) in [
            ("2.50", DecimalSign.comma), ("1,250.50", .comma), ("1,250,000", .comma), ("2,50", .point),
            ("1.250,50", .point), ("1.250.000", .point),
        ] {
            #expect(throws: FixedNumber.Problem.notANumber) { try number(text, .given(sign)) }
        }
    }

    @Test(arguments: [
        ("2", "1.255", 251), ("-2", "1.255", -251), ("1", "0.005", 1), ("-1", "0.005", -1),
        ("1", "0.0049", 0),
        ("3", "0.3333", 100), ("99999999.9999", "99999999.9999", 999_999_999_998_000_000),
    ])
    func roundsAmountsHalfAwayFromZero(quantity: String, price: String, hundredths: Int128) throws {
        #expect(FixedNumber.amount(quantity: try number(quantity), price: try number(price)) == hundredths)
    }

    private func number(_ text: String, _ style: NumberStyle = .assumed) throws -> FixedNumber {
        let bytes = Array(text.utf8)
        return try FixedNumber(bytes.span, style)
    }
}
