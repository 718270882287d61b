/// One of the sizes that QR codes come in, and how it is divided at error correction level M.
struct QRVersion {
    /// From 1 to 20.
    let number: Int
    /// How many modules a side has.
    var size: Int { number * 4 + 17 }
    /// How many codewords of error correction each block has.
    var correction: Int { Self.corrections[number - 1] }
    /// Into how many blocks the codewords are divided.
    var blocks: Int { Self.blockCounts[number - 1] }

    private static let corrections = [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    ]
    private static let blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]

    /// The smallest that holds so many bytes; nil if none does.
    static func smallest(for count: Int) -> QRVersion? {
        (1...20).map(QRVersion.init).first { 4 + $0.lengthBits + count * 8 <= $0.dataCodewords * 8 }
    }

    /// How many bits the number of bytes is written in.
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// How many codewords there are room for, those of error correction among them.
    var allCodewords: Int {
        var modules = (16 * number + 128) * number + 64
        if number >= 2 {
            let alignments = number / 7 + 2
            modules -= (25 * alignments - 10) * alignments - 55
            if number >= 7 { modules -= 36 }
        }
        return modules / 8
    }

    /// How many of them hold data.
    var dataCodewords: Int { allCodewords - correction * blocks }

    /// The rows and columns in which the small squares have their middle.
    var alignments: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = (number * 8 + count * 3 + 5) / (count * 4 - 4) * 2
        return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
    }
}
