/// One of the sizes of QR codes, and its division into blocks at error correction level M.
struct QRVersion {
    /// The version's number, from 1 to 20.
    let number: Int
    /// The number of modules on a side.
    var size: Int { number * 4 + 17 }
    /// The number of error correction codewords in each block.
    var correction: Int { Self.corrections[number - 1] }
    /// The number of blocks.
    var blocks: Int { Self.blockCounts[number - 1] }

    private static let corrections = [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    ]
    private static let blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]

    /// Returns the smallest version that holds so many bytes; nil if none does.
    static func smallest(for count: Int) -> QRVersion? {
        (1...20).map(QRVersion.init).first { 4 + $0.lengthBits + count * 8 <= $0.dataCodewords * 8 }
    }

    /// The number of bits of the length field.
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// The number of codewords, those of error correction included.
    var allCodewords: Int {
        var modules = (16 * number + 128) * number + 64
        if number >= 2 {
            let alignments = number / 7 + 2
            modules -= (25 * alignments - 10) * alignments - 55
            if number >= 7 { modules -= 36 }
        }
        return modules / 8
    }

    /// The number of codewords that hold data.
    var dataCodewords: Int { allCodewords - correction * blocks }

    /// The rows and columns of the alignment patterns' centres.
    var alignments: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = (number * 8 + count * 3 + 5) / (count * 4 - 4) * 2
        return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
    }
}
