import Foundation

/// Cuts the text and the table of a letter into sheets.
///
/// A browser cuts where a sheet is full, and knows no total of what is above the cut. So the sheets are cut
/// here, by an estimate of their heights that is never too low: none flows over onto one without a number.
struct SheetCutter {
    /// A line of the text, or a row of the table: what a cut never divides.
    private struct Block {
        let height: Double
        var text = ""
        var row: [String]?
        var amount: Decimal?
    }

    private let table: LetterTable
    private let blocks: [Block]
    private let head: Double
    private let tail: Double
    private let tableHead: Double
    private let carriedRow: Double

    /// - Parameters:
    ///   - head: the height of what is above the text on the first sheet.
    ///   - tail: the height of what is below the table on the last sheet.
    init(table: LetterTable, text: String, head: Double, tail: Double) {
        self.table = table
        self.tail = tail
        let lines = SheetSize.lines(text, across: SheetSize.textWidth)
        self.head = head + (lines.isEmpty ? 0 : SheetSize.textMargin)
        let names = SheetSize.lines(table.columns.map(\.name), in: table.columns)
        tableHead = SheetSize.row(ofLines: names.map(\.count).max() ?? 1)
        // No total that is carried is longer than this one.
        let most = table.rows.reduce(Decimal(0)) { $0 + abs($1.amount ?? 0) }
        let totals = SheetSize.lines(
            ["-" + Written.money("\(most)", table.words.figures)], in: [.init("", .money)])
        carriedRow = table.isCarried ? SheetSize.row(ofLines: totals[0].count) : 0
        blocks =
            lines.map { Block(height: SheetSize.line, text: String($0)) }
            + table.rows.flatMap { Self.blocks(of: $0, in: table.columns) }
    }

    /// The sheets: at least one.
    var sheets: [Letter.Sheet] {
        let cuts = self.cuts
        var total: Decimal = 0
        return cuts.indices.map { place in
            let before = place == 0 ? 0 : cuts[place - 1]
            let part = blocks[before..<cuts[place]]
            let hasRowsBefore = blocks[..<before].last?.row != nil
            let broughtForward = total
            // The one place where the total grows: what is carried forward is what is brought forward next.
            total += part.reduce(0) { $0 + ($1.amount ?? 0) }
            let isLast = place == cuts.count - 1
            return Letter.Sheet(
                number: place + 1, count: cuts.count,
                place: table.words("Page \(place + 1) of \(cuts.count)"),
                isFirst: place == 0, isLast: isLast,
                text: part.map(\.text).filter { !$0.isEmpty }.joined(separator: " "),
                broughtForward: hasRowsBefore ? written(broughtForward) : "",
                carriedForward: isLast || part.last?.row == nil ? "" : written(total),
                rows: part.compactMap(\.row).map { row in
                    Letter.Row(cells: zip(table.columns, row).map { $0.cell($1) })
                })
        }
    }

    private func written(_ total: Decimal) -> String {
        table.isCarried ? Written.money("\(total)", table.words.figures) : ""
    }

    /// The ends of the sheets, as places of blocks.
    private var cuts: [Int] {
        var cuts: [Int] = []
        var left = blocks.reduce(0) { $0 + $1.height }
        repeat {
            let start = cuts.last ?? 0
            let end = end(from: start, isFirst: cuts.isEmpty, left: left)
            left -= blocks[start..<end].reduce(0) { $0 + $1.height }
            cuts.append(end)
        } while (cuts.last ?? 0) < blocks.count
        return cuts
    }

    /// Returns the end of the sheet that begins with a block.
    ///
    /// - Parameter left: the height of this block and all that follow.
    private func end(from start: Int, isFirst: Bool, left: Double) -> Int {
        let room = SheetSize.height - SheetSize.running - tableHead - (isFirst ? head : carriedRow)
        if left + tail <= room { return blocks.count }
        var end = start
        var used = carriedRow
        while end < blocks.count, used + blocks[end].height <= room {
            used += blocks[end].height
            end += 1
        }
        // The sums never stand alone: the last row goes with them.
        if end == blocks.count, end > start { end -= 1 }
        // Any sheet but the first one takes a block, so that this ends.
        return isFirst ? end : max(end, min(start + 1, blocks.count))
    }

    /// Returns a row in pieces that fit on a sheet: a description can have more lines than that.
    private static func blocks(of row: LetterTable.Row, in columns: [LetterTable.Column]) -> [Block] {
        let lines = SheetSize.lines(row.texts, in: columns)
        let most = SheetSize.mostLines
        let height = lines.map(\.count).max() ?? 1
        guard height > most else {
            return [Block(height: SheetSize.row(ofLines: max(1, height)), row: row.texts, amount: row.amount)]
        }
        return stride(from: 0, to: height, by: most).map { from in
            let texts = zip(row.texts, lines).map { Self.text($0, $1.dropFirst(from).prefix(most)) }
            return Block(
                height: SheetSize.row(ofLines: min(most, height - from)), row: texts,
                amount: from == 0 ? row.amount : nil)
        }
    }

    /// Returns the part of a text that some of its lines have.
    private static func text(_ text: String, _ lines: ArraySlice<Substring>) -> String {
        guard let first = lines.first, let last = lines.last else { return "" }
        return String(text[first.startIndex..<last.endIndex])
    }
}
