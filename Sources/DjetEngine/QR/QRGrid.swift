/// The modules of a QR code while they are placed.
struct QRGrid {
    let version: QRVersion
    let size: Int
    /// The modules row by row; true for a dark one.
    private(set) var dark: [Bool]
    /// True for the modules of function patterns, which hold no data.
    private var isFixed: [Bool]

    init(_ version: QRVersion) {
        self.version = version
        size = version.size
        dark = Array(repeating: false, count: size * size)
        isFixed = dark
        drawTiming()
        for corner in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(corner.0, corner.1) }
        drawAlignments()
        drawVersion()
        drawFormat(mask: 0)
    }

    func isDark(_ column: Int, _ row: Int) -> Bool { dark[row * size + column] }

    private mutating func fix(_ column: Int, _ row: Int, _ isDark: Bool) {
        dark[row * size + column] = isDark
        isFixed[row * size + column] = true
    }

    private mutating func drawTiming() {
        for index in 0..<size {
            fix(6, index, index.isMultiple(of: 2))
            fix(index, 6, index.isMultiple(of: 2))
        }
    }

    private mutating func drawFinder(_ column: Int, _ row: Int) {
        for y in -4...4 {
            for x in -4...4 where (0..<size).contains(column + x) && (0..<size).contains(row + y) {
                let distance = max(abs(x), abs(y))
                fix(column + x, row + y, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignments() {
        let places = version.alignments
        let last = places.count - 1
        for (i, row) in places.enumerated() {
            for (j, column) in places.enumerated() {
                // The finder patterns take these corners.
                if (i, j) == (0, 0) || (i, j) == (0, last) || (i, j) == (last, 0) { continue }
                for y in -2...2 {
                    for x in -2...2 { fix(column + x, row + y, max(abs(x), abs(y)) != 1) }
                }
            }
        }
    }

    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let rest = (0..<12).reduce(version.number) { rest, _ in rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version.number << 12 | rest
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            fix(size - 11 + index % 3, index / 3, isDark)
            fix(index / 3, size - 11 + index % 3, isDark)
        }
    }

    /// Draws the format information twice: the level, which is M (0), and the mask.
    private mutating func drawFormat(mask: Int) {
        let rest = (0..<10).reduce(mask) { rest, _ in rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (mask << 10 | rest) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { fix(8, index, bit(index)) }
        fix(8, 7, bit(6))
        fix(8, 8, bit(7))
        fix(7, 8, bit(8))
        for index in 9..<15 { fix(14 - index, 8, bit(index)) }
        for index in 0..<8 { fix(size - 1 - index, 8, bit(index)) }
        for index in 8..<15 { fix(8, size - 15 + index, bit(index)) }
        fix(8, size - 8, true)
    }

    /// Places the codewords from the right, up and down in columns of two modules.
    mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        for right in [Int](stride(from: size - 1, to: 6, by: -2)) + [5, 3, 1] {
            let isUp = (right + 1) & 2 == 0
            for step in 0..<size {
                let row = isUp ? size - 1 - step : step
                for column in [right, right - 1]
                where !isFixed[row * size + column] && bit < codewords.count * 8 {
                    dark[row * size + column] = codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
        }
    }

    /// Returns the grid with its data inverted by one of the eight masks.
    func masked(by mask: Int) -> QRGrid {
        var copy = self
        for row in 0..<size {
            for column in 0..<size where !isFixed[row * size + column] && Self.turns(mask, column, row) {
                copy.dark[row * size + column].toggle()
            }
        }
        copy.drawFormat(mask: mask)
        return copy
    }

    private static func turns(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }
}
