extension QRGrid {
    /// The penalty for what makes the grid hard to read: long runs, blocks, lookalikes of finders, uneven
    /// colours.
    var penalty: Int {
        let lines = (0..<size).flatMap { index in
            [(0..<size).map { isDark($0, index) }, (0..<size).map { isDark(index, $0) }]
        }
        return lines.reduce(0) { $0 + Self.runs(in: $1) + Self.finders(in: $1) } + blocks + imbalance
    }

    /// Returns 3 for each run of five modules of a colour, and 1 for each further module.
    private static func runs(in line: [Bool]) -> Int {
        var penalty = 0
        var length = 0
        for (index, module) in line.enumerated() {
            length = index > 0 && module == line[index - 1] ? length + 1 : 1
            if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
        }
        return penalty
    }

    /// Returns 40 for each pattern of 1, 1, 3, 1, 1 with four light modules before or behind it.
    private static func finders(in line: [Bool]) -> Int {
        let finder = [true, false, true, true, true, false, true]
        let margin = [Bool](repeating: false, count: 4)
        let patterns = [margin + finder, finder + margin]
        return (0...line.count - 11).reduce(0) { penalty, start in
            patterns.contains { $0.elementsEqual(line[start..<start + 11]) } ? penalty + 40 : penalty
        }
    }

    /// The sum of 3 for each square of two by two of a colour.
    private var blocks: Int {
        (0..<size - 1).reduce(0) { penalty, row in
            penalty
                + 3
                * (0..<size - 1).count { column in
                    let module = isDark(column, row)
                    return module == isDark(column + 1, row) && module == isDark(column, row + 1)
                        && module == isDark(column + 1, row + 1)
                }
        }
    }

    /// The sum of 10 for each 5 % away from an equal share.
    private var imbalance: Int {
        let dark = self.dark.count { $0 }
        return abs(dark * 20 - size * size * 10) / (size * size) * 10
    }
}
