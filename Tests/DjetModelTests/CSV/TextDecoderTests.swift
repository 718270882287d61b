import DjetModel
import Foundation
import Testing

struct TextDecoderTests {
    @Test(
        arguments: [
            ("windows-1252", [0x41, 0xA3, 0x80, 0xE9, 0x81, 0xFF, 0x9F], "A£€é\u{81}ÿŸ"),
            ("ISO-8859-1", [0x41, 0xE9, 0x80], "Aé€"), ("latin1", [0xD6], "Ö"), ("ISO_8859-15", [0xA4], "€"),
            ("cp1251", [0xCA, 0xF0, 0xF3], "Кру"), ("windows-1250", [0x8A, 0xB9], "Šą"),
            ("ibm850", [0x81, 0x9A], "üÜ"),
            ("CP437", [0x84, 0xE1], "äß"), ("cp852", [0xA5], "ą"), ("cp866", [0x80], "А"),
            ("KOI8-R", [0xEB], "К"),
            ("windows-1253", [0xC1, 0xAA], "Α\u{FFFD}"), ("macintosh", [0x8A], "ä"),
            ("utf8", [0xC3, 0xA9], "é"),
        ] as [(String, [UInt8], String)])
    func aNameGivesACharacterForEachByte(name: String, bytes: [UInt8], text: String) throws {
        let encoding = try #require(TextEncoding(named: name))
        var decoder = TextDecoder(encoding)
        let decoded = decoder.utf8(bytes) + decoder.finish()
        #expect(String(decoding: decoded, as: UTF8.self) == text)
    }

    @Test(arguments: [1, 2, 3, 5, 100])
    func utf16IsReadInAnyChunking(size: Int) throws {
        let text = "\u{FEFF}Order;Ä€\u{1F600};\u{10FFFF}\r\n"
        for isBigEndian in [false, true] {
            let bytes = text.utf16.flatMap {
                let pair = [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                return isBigEndian ? pair.reversed() : pair
            }
            var decoder = TextDecoder(.utf16(isBigEndian: isBigEndian))
            var decoded: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                decoded += decoder.utf8(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            decoded += decoder.finish()
            #expect(String(decoding: decoded, as: UTF8.self) == text)
        }
    }

    @Test func aCutOrUnpairedUnitIsAReplacementCharacter() {
        var decoder = TextDecoder(.utf16(isBigEndian: false))
        let decoded = decoder.utf8([0x41, 0, 0x00, 0xDC, 0x42]) + decoder.finish()
        #expect(String(decoding: decoded, as: UTF8.self) == "A\u{FFFD}\u{FFFD}")
    }

    @Test func everyCodePageHasACharacterForEachByteAndItsOwnName() {
        for page in CodePage.allCases {
            var decoder = TextDecoder(.page(page))
            let text = String(decoding: decoder.utf8((0...0xFF).map { UInt8($0) }), as: UTF8.self)
            #expect(text.unicodeScalars.count == 256, "\(page)")
            #expect(TextEncoding(named: page.rawValue)?.name == page.rawValue)
        }
        #expect(TextEncoding(named: "shift_jis") == nil)
        #expect(TextEncoding(named: String(repeating: "u", count: 1_000_000)) == nil)
    }
}
