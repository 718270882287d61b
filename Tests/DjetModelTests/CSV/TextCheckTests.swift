import DjetModel
import Testing

struct TextCheckTests {
    @Test(arguments: [
        "", "abc", "é", "€", "😀", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
        "0123456789abcdefé0123456789abcdef€",
    ])
    func validUTF8IsUTF8InAnyChunking(text: String) {
        for size in 1...5 { #expect(check(Array(text.utf8), size).encoding == .utf8) }
    }

    @Test(
        arguments: [
            [0xA3], [0xC3], [0xC3, 0x41], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
        ] as [[UInt8]]
    )
    func everythingElseIsWindows1252InAnyChunking(bytes: [UInt8]) {
        for size in 1...3 { #expect(check(Array("0123456789".utf8) + bytes, size).encoding == .windows1252) }
    }

    @Test func agreesWithSwiftOnRandomBytes() {
        var random = SplitMix64(seed: 3)
        let alphabet: [UInt8] = [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F]
        for _ in 0..<20_000 {
            let bytes = (0..<random.number(below: 6)).map { _ in
                alphabet[random.number(below: alphabet.count)]
            }
            let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
            #expect((check(bytes, 2).encoding == .utf8) == isUTF8, "\(bytes)")
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
        #expect(check([0xFF, 0xFE, 0x41, 0x00], 1).isUTF16)
    }

    @Test func windows1252BecomesUTF8() {
        let text = TextEncoding.windows1252.utf8([0x41, 0xA3, 0x80, 0xE9, 0x81, 0xFF, 0x9F])
        #expect(String(decoding: text, as: UTF8.self) == "A£€é\u{81}ÿŸ")
    }

    private func check(_ bytes: [UInt8], _ size: Int) -> TextCheck {
        var check = TextCheck()
        for start in stride(from: 0, to: bytes.count, by: size) {
            check.feed(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        return check
    }
}
