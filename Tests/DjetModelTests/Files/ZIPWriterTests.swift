import Testing

@testable import DjetModel

/// The browser tests open an archive by another program.
@Suite struct ZIPWriterTests {
    @Test(arguments: [("", 0), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43)] as [(String, UInt32)])
    func theCheckSumIsTheUsualOne(text: String, sum: UInt32) {
        #expect(CRC32.sum(of: text.utf8) == sum)
    }

    @Test func anEntryIsStoredAndListed() throws {
        let day = try #require(Day("2026-11-30"))
        var zip = ZIPWriter()
        let entry = try zip.entry("ä.txt", of: day, Array("123456789".utf8))
        let end = zip.end()
        let name = Array("ä.txt".utf8)
        // Version, flags, method, time, day, check sum, both lengths, the length of the name.
        let shared: [UInt8] =
            [20, 0, 0, 8, 0, 0, 0, 0, 0x7E, 0x5D, 0x26, 0x39, 0xF4, 0xCB]
            + [9, 0, 0, 0, 9, 0, 0, 0, 6, 0, 0, 0]
        #expect(entry == Array("PK\u{3}\u{4}".utf8) + shared + name + Array("123456789".utf8))
        let listed = Array("PK\u{1}\u{2}".utf8) + [20, 0] + shared + [UInt8](repeating: 0, count: 14) + name
        let size = UInt8(entry.count)
        #expect(
            end == listed + Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0, 1, 0, 1, 0]
                + [UInt8(listed.count), 0, 0, 0, size, 0, 0, 0, 0, 0])
    }

    @Test func thereAreLimits() throws {
        let day = try #require(Day("2026-11-30"))
        var zip = ZIPWriter()
        for _ in 0..<65_535 { _ = try zip.entry("a", of: day, []) }
        #expect(throws: ModelError.self) { try zip.entry("a", of: day, []) }
    }
}
