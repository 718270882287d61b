import DjetModel
import Testing

struct TextCheckTests {
    @Test(arguments: [
        "", "abc", "é", "€", "😀", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
        "0123456789abcdefé0123456789abcdef€",
    ])
    func validUTF8IsUTF8InAnyChunking(text: String) {
        for size in 1...5 { #expect(check(Array(text.utf8), size).likelyEncoding == .utf8) }
    }

    @Test(
        arguments: [
            [0xA3], [0xC3], [0xC3, 0x41], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
        ] as [[UInt8]]
    )
    func everythingElseIsWindows1252InAnyChunking(bytes: [UInt8]) {
        for size in 1...3 {
            #expect(check(Array("0123456789".utf8) + bytes, size).likelyEncoding == .windows1252)
        }
    }

    @Test func agreesWithSwiftOnRandomBytes() {
        var random = SplitMix64(seed: 3)
        let alphabet: [UInt8] = [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F]
        for _ in 0..<20_000 {
            let bytes = (0..<random.number(below: 6)).map { _ in
                alphabet[random.number(below: alphabet.count)]
            }
            let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
            #expect((check(bytes, 2).utf8Faults == 0) == isUTF8, "\(bytes)")
        }
    }

    @Test func findsTheLineOfANUL() {
        #expect(check(Array("a\r\nb\r\nc\0d\n".utf8), 4).lineOfNUL == 3)
        #expect(check(Array("a\rb\0".utf8), 1).lineOfNUL == 2)
        #expect(check(Array("a\nb".utf8), 1).lineOfNUL == nil)
    }

    @Test func knowsAnEmptyFileAndUTF16() {
        #expect(!check(Array("\u{FEFF} \r\n\t".utf8), 2).hasText)
        #expect(check(Array("\n\nx".utf8), 1).hasText)
        #expect(check([0xFF, 0xFE, 0x41, 0x00], 1).mark == .utf16(isBigEndian: false))
        #expect(check([0xFE, 0xFF, 0x00, 0x41], 3).mark == .utf16(isBigEndian: true))
        #expect(check([0xFF, 0xFE, 0x00, 0x00], 1).mark == .utf32)
        #expect(check(Array("\u{FEFF}a".utf8), 1).mark == .utf8)
        #expect(check(Array("a".utf8), 1).mark == nil)
    }

    @Test func aBadByteOrTwoDoNotMakeOfUTF8WhatItIsNot() {
        for size in [1, 2, 100] {
            #expect(check(Array("Krüge, Öl, ".utf8) + [0x43, 0xE9], size).likelyEncoding == .utf8)
            #expect(check(Array("Krüge, Öl, ".utf8) + [0x43, 0xE9], size).utf8Faults == 1)
            #expect(check(Array("Mugs, oil, ".utf8) + [0x43, 0xE9], size).likelyEncoding == .windows1252)
        }
    }

    @Test func utf16WithoutAMarkIsKnownByItsNULs() {
        let little = Array("Order No,SKU\r\nÄ1,2".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = Array("Order No,SKU\r\nÄ1,2".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(check(little, 3).likelyUTF16 == .utf16(isBigEndian: false))
        #expect(check(big, 3).likelyUTF16 == .utf16(isBigEndian: true))
        #expect(check(Array("Order No,SKU".utf8) + [0], 3).likelyUTF16 == nil)
    }

    private func check(_ bytes: [UInt8], _ size: Int) -> TextCheck {
        var check = TextCheck()
        for start in stride(from: 0, to: bytes.count, by: size) {
            check.feed(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        return check
    }
}
