import DjetModel
import Testing

@Suite struct FixedShareTests {
    private static func read(_ text: String, inPercent: Bool = false, _ style: NumberStyle = .unknown) throws
        -> Int64
    {
        try FixedShare(Array(text.utf8), style, inPercent: inPercent).millionths
    }

    @Test(arguments: [
        ("0.05", 50_000), ("0,05", 50_000), (".5", 500_000), ("0.333333", 333_333), ("1", 1_000_000),
        ("0", 0), ("5%", 50_000), ("12.5 %", 125_000), ("100%", 1_000_000), ("33.3333%", 333_333),
        ("0.1250000", 125_000),
    ])
    func aShareIsExact(text: String, millionths: Int64) throws {
        #expect(try Self.read(text) == millionths)
    }

    @Test(arguments: [("5", 50_000), ("5%", 50_000), ("0.5", 5_000), ("100", 1_000_000), ("12,5", 125_000)])
    func aPercentageNeedsNoSignInItsColumn(text: String, millionths: Int64) throws {
        #expect(try Self.read(text, inPercent: true) == millionths)
    }

    @Test(arguments: ["-0.1", "1.01", "5", "0.0000001", "101%", "1.50"])
    func whatIsNoPartOfThePriceIsNone(text: String) {
        #expect(throws: FixedNumber.Problem.tooLong) { try Self.read(text) }
    }

    @Test(arguments: ["", "%", "five", "5%%", "1e-1", String(repeating: "0", count: 101)])
    func whatIsNoNumberIsNone(text: String) {
        #expect(throws: FixedNumber.Problem.notANumber) { try Self.read(text) }
    }

    @Test func theFileSaysWhatAPointMeans() throws {
        #expect(throws: FixedNumber.Problem.undecided) { try Self.read("12.500", inPercent: true) }
        #expect(try Self.read("12.500", inPercent: true, .seen(.point)) == 125_000)
    }

    @Test func theAmountIsRoundedOnce() throws {
        func amount(_ quantity: Int64, _ price: Int64, _ discount: String) throws -> Int128 {
            FixedNumber.amount(
                quantity: FixedNumber(tenThousandths: quantity), price: FixedNumber(tenThousandths: price),
                discount: try FixedShare(Array(discount.utf8), .unknown, inPercent: false))
        }
        // 3 * 0.15 * 0.85 = 0.3825, and 1 * 0.10 * 0.95 = 0.095: half away from zero.
        #expect(try amount(30_000, 1_500, "0.15") == 38)
        #expect(try amount(10_000, 1_000, "0.05") == 10)
        #expect(try amount(-10_000, 1_000, "0.05") == -10)
        #expect(try amount(999_999_999_999, 999_999_999_999, "0.000001") > 0)
        #expect(try amount(30_000, 1_500, "1") == 0)
    }
}
