/// Writes a ZIP archive, one entry after the other. It keeps the list of entries, not their bytes.
///
/// The entries are stored as they are: no package that Djet uses compresses, and every reader takes them.
package struct ZIPWriter: Sendable {
    /// The most entries of an archive without the extension for large ones.
    private static let mostEntries = 65_535

    private var directory: [UInt8] = []
    private var count = 0
    private var size = 0

    /// Creates an archive without an entry.
    package init() {}

    /// Returns the bytes of an entry of a day from 1980 on, to be written after those before.
    ///
    /// Throws `ModelError.invalid` for an archive with more than 65,535 entries or 4 GB.
    package mutating func entry(_ name: String, of day: Day, _ bytes: [UInt8]) throws -> [UInt8] {
        let path = Array(name.utf8)
        guard count < Self.mostEntries, path.count <= Int(UInt16.max),
            let start = UInt32(exactly: size), let length = UInt32(exactly: bytes.count),
            UInt32(exactly: size + bytes.count + directory.count + 200 + 2 * path.count) != nil
        else {
            throw ModelError.invalid("a ZIP file holds at most \(Self.mostEntries) entries and 4 GB")
        }
        var shared = Little()
        // Version 2.0, names in UTF-8, stored, at midnight.
        shared.add(UInt16(20), UInt16(1 << 11), UInt16(0), UInt16(0), Self.stamp(day))
        shared.add(CRC32.sum(of: bytes), length, length)
        shared.add(UInt16(path.count), UInt16(0))
        var local = Little(signature: 0x0403_4B50)
        local.bytes += shared.bytes + path + bytes
        var listed = Little(signature: 0x0201_4B50)
        listed.add(UInt16(20))
        listed.bytes += shared.bytes
        listed.add(UInt16(0), UInt16(0), UInt16(0))
        listed.add(UInt32(0), start)
        directory += listed.bytes + path
        count += 1
        size += local.bytes.count
        return local.bytes
    }

    /// Returns the end of the archive: the list of its entries.
    package func end() -> [UInt8] {
        var end = Little(signature: 0x0605_4B50)
        let entries = UInt16(count)
        end.add(UInt16(0), UInt16(0), entries, entries)
        end.add(UInt32(directory.count), UInt32(size))
        end.add(UInt16(0))
        return directory + end.bytes
    }

    private static func stamp(_ day: Day) -> UInt16 {
        UInt16(min(max(day.year - 1980, 0), 127) << 9 | day.month << 5 | day.day)
    }
}

/// Numbers with their lowest byte first.
private struct Little {
    var bytes: [UInt8] = []

    init() {}

    init(signature: UInt32) { add(signature) }

    mutating func add<Number: FixedWidthInteger>(_ numbers: Number...) {
        for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    }
}

/// The check sum of the entries of a ZIP archive: CRC-32 as in Ethernet and PNG.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in
            rest & 1 == 0 ? rest >> 1 : rest >> 1 ^ 0xEDB8_8320
        }
    }

    /// Returns the check sum of bytes.
    static func sum(of bytes: some Sequence<UInt8>) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
        return ~sum
    }
}
