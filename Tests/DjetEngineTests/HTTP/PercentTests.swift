import Testing

@testable import DjetEngine

@Suite struct PercentTests {
    @Test(arguments: ["", "a", "a b", "æøå/&=?#%", "\u{202E}x", "~-._"])
    func whatIsEncodedComesBack(text: String) {
        let encoded = Percent.encoded(text)
        #expect(Percent.decoded(encoded.utf8) == text)
        #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "/") })
    }

    @Test(arguments: ["%", "%2", "%zz", "%ff", "%c3%28"])
    func whatIsBrokenIsRefused(text: String) {
        #expect(Percent.decoded(text.utf8) == nil)
    }
}
