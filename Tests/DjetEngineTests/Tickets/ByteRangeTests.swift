import Testing

@testable import DjetEngine

@Suite struct ByteRangeTests {
    @Test(
        arguments: [
            (nil, .whole), ("bytes=0-99", .part(0..<100)), ("bytes=100-", .part(100..<1000)),
            ("bytes=-1", .part(999..<1000)), ("bytes=-5000", .part(0..<1000)), ("bytes=0-0", .part(0..<1)),
            ("bytes=999-", .part(999..<1000)), ("bytes=999-100000", .part(999..<1000)),
            ("BYTES = 1 - 2", .whole), ("Bytes=1-2", .part(1..<3)), ("bytes= 1-2", .part(1..<3)),
            ("bytes=1000-", .unsatisfiable), ("bytes=1000-2000", .unsatisfiable),
            ("bytes=-0", .unsatisfiable),
            ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=0-99999999999999999999", .part(0..<1000)),
            ("bytes=-99999999999999999999", .part(0..<1000)),
            // Several ranges at once.
            ("bytes=0-1,3-4", .whole), ("bytes=0-1, -1", .whole),
            // Nonsense is ignored.
            ("bytes=5-1", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes", .whole),
            ("lines=0-1", .whole),
            ("bytes=a-b", .whole), ("bytes=+1-2", .whole), ("bytes=0x1-2", .whole), ("bytes=--1", .whole),
            ("bytes=１-２", .whole), ("", .whole),
        ] as [(String?, ByteRange)])
    func fieldsAreReadByTheStandard(field: String?, range: ByteRange) {
        #expect(ByteRange(field, size: 1000) == range)
    }

    @Test func anEmptyFileHasNoParts() {
        #expect(ByteRange(nil, size: 0) == .whole)
        #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-1", size: 0) == .unsatisfiable)
    }
}
