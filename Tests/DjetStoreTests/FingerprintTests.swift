import Testing

@testable import DjetStore

/// Databases store these values, so they never change.
@Suite struct FingerprintTests {
    @Test(
        arguments: [
            ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
        ] as [(String, UInt64)])
    func itIsFNV1a(text: String, value: UInt64) {
        #expect(Fingerprint(of: text.utf8).value == value)
        // A sequence whose bytes do not lie side by side.
        #expect(Fingerprint(of: text.utf8.lazy.map { $0 }).value == value)
    }

    @Test(
        arguments: [
            (["select 1"], "6be38e1ac7ecf817"), (["a", "b"], "d2b371819297f98a"),
            (["ab"], "e7202e190542452f"),
        ])
    func aListOfTextsIsMoreThanItsLetters(texts: [String], value: String) {
        #expect(Fingerprint(ofTexts: texts).hexadecimal == value)
    }
}
