/// Fields without blanks around their values.
extension CSVRecord {
    /// Returns a field without the spaces and tabs around it; nil if nothing is left, or the record ends
    /// before it.
    package func trimmed(_ index: Int) -> CSVField? {
        guard fields.indices.contains(index) else { return nil }
        let field = fields[index]
        var start = field.range.lowerBound
        var end = field.range.upperBound
        while start < end, buffer[start] == .space || buffer[start] == .tab { start += 1 }
        while end > start, buffer[end - 1] == .space || buffer[end - 1] == .tab { end -= 1 }
        return start < end ? CSVField(range: start..<end, isDoubled: field.isDoubled) : nil
    }

    /// True if all fields are empty, as in the rows that a spreadsheet saves below its last one.
    package var isBlank: Bool {
        fields.allSatisfy { isNothing($0) }
    }

    /// Returns true if a field is empty.
    package func isBlank(_ index: Int) -> Bool {
        isNothing(fields[index])
    }

    /// Returns true if nothing is left of a field's text; Ctrl-Z counts as nothing.
    private func isNothing(_ field: CSVField) -> Bool {
        guard let first = buffer[field.range].first(where: { !Self.isBlank($0) }) else { return true }
        // Most texts begin with such a character, which settles it.
        let isInk = (0x21...0x7E).contains(first) && first != .equals && first != .apostrophe
        guard !isInk else { return false }
        let text = String(decoding: bytes(field).filter { $0 != .endOfText }, as: UTF8.self)
        return (try? PlainText.of(text)) == ""
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case .space, .tab, .carriageReturn, .lineFeed, .endOfText: true
        default: false
        }
    }
}
