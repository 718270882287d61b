/// Fields without what surrounds their value.
extension CSVRecord {
    /// A field without the spaces and tabs around it; nil if nothing is left.
    package func trimmed(_ index: Int) -> CSVField? {
        let field = fields[index]
        var start = field.range.lowerBound
        var end = field.range.upperBound
        while start < end, buffer[start] == .space || buffer[start] == .tab { start += 1 }
        while end > start, buffer[end - 1] == .space || buffer[end - 1] == .tab { end -= 1 }
        return start < end ? CSVField(range: start..<end, isDoubled: field.isDoubled) : nil
    }

    /// Whether there is nothing in any field, as in the rows that a spreadsheet saves below its last one.
    package var isBlank: Bool {
        fields.allSatisfy { field in buffer[field.range].allSatisfy(Self.isBlank) }
    }

    /// Whether there is nothing in a field.
    package func isBlank(_ index: Int) -> Bool {
        buffer[fields[index].range].allSatisfy(Self.isBlank)
    }

    /// Ctrl-Z is one, too; the others are those of a no-break space.
    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case .space, .tab, .carriageReturn, .lineFeed, .endOfText, 0xC2, 0xA0: true
        default: false
        }
    }
}
