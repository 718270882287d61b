/// The codewords of a QR code: its bytes and their Reed–Solomon error correction.
struct QRBlocks {
    private let version: QRVersion

    init(_ version: QRVersion) {
        self.version = version
    }

    /// Returns all codewords, in the order in which they are placed.
    func codewords(of bytes: [UInt8]) -> [UInt8] {
        let data = blocks(of: codewords(holding: bytes))
        let generator = Self.generator(version.correction)
        let corrections = data.map { Self.remainder(of: $0, by: generator) }
        let longest = data.map(\.count).max() ?? 0
        let ofData = (0..<longest).flatMap { index in
            data.compactMap { index < $0.count ? $0[index] : nil }
        }
        return ofData + (0..<version.correction).flatMap { index in corrections.map { $0[index] } }
    }

    /// Returns the data codewords: the mode (bytes), the length, the bytes, and padding.
    private func codewords(holding bytes: [UInt8]) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
        }
        append(4, 4)
        append(bytes.count, version.lengthBits)
        for byte in bytes { append(Int(byte), 8) }
        let room = version.dataCodewords * 8
        append(0, min(4, room - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var filler = 0xEC
        while bits.count < room {
            append(filler, 8)
            filler = filler == 0xEC ? 0x11 : 0xEC
        }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    /// Divides the data codewords into blocks; the later ones are one longer if there is a rest.
    private func blocks(of codewords: [UInt8]) -> [[UInt8]] {
        let short = codewords.count / version.blocks
        let shortBlocks = version.blocks - codewords.count % version.blocks
        var start = 0
        return (0..<version.blocks).map { index in
            let end = start + short + (index < shortBlocks ? 0 : 1)
            defer { start = end }
            return Array(codewords[start..<end])
        }
    }

    /// Returns the coefficients of (x - 1)(x - 2)(x - 4)…, without the leading one, which is 1.
    private static func generator(_ degree: Int) -> [UInt8] {
        var coefficients = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in 0..<degree {
                let next = index + 1 < degree ? coefficients[index + 1] : 0
                coefficients[index] = product(coefficients[index], root) ^ next
            }
            root = product(root, 2)
        }
        return coefficients
    }

    private static func remainder(of data: [UInt8], by generator: [UInt8]) -> [UInt8] {
        var rest = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for index in rest.indices { rest[index] ^= product(generator[index], factor) }
        }
        return rest
    }

    /// Multiplies in the field of 256 elements, modulo x^8 + x^4 + x^3 + x^2 + 1.
    private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        (0..<8).reversed().reduce(0) { sum, bit in
            let doubled = sum << 1 ^ (sum & 0x80 == 0 ? 0 : 0x1D)
            return other >> bit & 1 == 1 ? doubled ^ one : doubled
        }
    }
}
