/// The search for the end of a record and of each of its fields.
extension CSVReader {
    /// The end of a field.
    private enum FieldEnd {
        case delimiter, lineEnd, textEnd
    }

    /// Scans the record at the position, fills `fields` and moves on. Returns nil, and moves nothing, if the
    /// record is not whole yet: the next call scans it again from its start.
    mutating func scan(_ delimiter: UInt8) throws(CSVError) -> (line: Int, range: Range<Int>)? {
        let start = position
        var cursor = start
        var breaks = 0
        fields.removeAll(keepingCapacity: true)
        while true {
            let quote = openingQuote(at: cursor, delimiter)
            let end = try scanField(&cursor, &breaks, quote, delimiter)
            if cursor - start > Self.longestRecord {
                throw .recordTooLong(line: line, insideQuotes: quote != nil)
            }
            guard let end else { return nil }
            if end == .delimiter {
                cursor += 1
                continue
            }
            return move(past: start..<cursor, breaks: breaks, isEnded: end == .lineEnd)
        }
    }

    /// Returns the place of the quote that opens the field; nil if none does. Blanks before it do not count.
    private func openingQuote(at cursor: Int, _ delimiter: UInt8) -> Int? {
        var index = cursor
        skipBlanks(&index, delimiter)
        return index < buffer.count && buffer[index] == .quote ? index : nil
    }

    private mutating func scanField(
        _ cursor: inout Int, _ breaks: inout Int, _ quote: Int?, _ delimiter: UInt8
    ) throws(CSVError) -> FieldEnd? {
        guard let quote else { return scanPlain(&cursor, delimiter) }
        let (start, before) = (cursor, breaks)
        cursor = quote
        do throws(CSVError) {
            return try scanQuoted(&cursor, &breaks, delimiter)
        } catch {
            // A quote behind a blank may also be a character of the text.
            guard quote > start, case .textAfterQuote = error else { throw error }
            (cursor, breaks) = (start, before)
            return scanPlain(&cursor, delimiter)
        }
    }

    private mutating func move(past range: Range<Int>, breaks: Int, isEnded: Bool) -> (Int, Range<Int>) {
        let first = line
        line += breaks + (isEnded ? 1 : 0)
        skipsLineFeed = isEnded && buffer[range.upperBound] == .carriageReturn
        position = range.upperBound + (isEnded ? 1 : 0)
        return (first, range)
    }

    private mutating func scanPlain(_ cursor: inout Int, _ delimiter: UInt8) -> FieldEnd? {
        let start = cursor
        let end = buffer.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                let byte = bytes[index]
                if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
                index &+= 1
            }
            return index
        }
        cursor = end
        guard end < buffer.count || isFinished else { return nil }
        fields.append(CSVField(range: start..<end, isDoubled: false))
        return fieldEnd(at: end, delimiter)
    }

    private mutating func scanQuoted(
        _ cursor: inout Int,
        _ breaks: inout Int,
        _ delimiter: UInt8
    ) throws(CSVError) -> FieldEnd? {
        let start = cursor + 1
        var isDoubled = false
        cursor = start
        while true {
            skipQuotedText(&cursor, &breaks)
            guard cursor < buffer.count else {
                if isFinished { throw unclosed(at: cursor) }
                return nil
            }
            let next = cursor + 1
            guard next < buffer.count || isFinished else { return nil }
            guard next < buffer.count, buffer[next] == .quote else { break }
            isDoubled = true
            cursor = next + 1
        }
        let range = start..<cursor
        cursor += 1
        skipBlanks(&cursor, delimiter)
        guard cursor < buffer.count || isFinished else { return nil }
        guard let end = fieldEnd(at: cursor, delimiter) else {
            // The buffer may end within the bytes of a blank.
            guard isFinished || buffer.count - cursor >= 4 else { return nil }
            throw .textAfterQuote(line: line + breaks)
        }
        fields.append(CSVField(range: range, isDoubled: isDoubled))
        return end
    }

    private func skipBlanks(_ cursor: inout Int, _ delimiter: UInt8) {
        while cursor < buffer.count, buffer[cursor] != delimiter {
            let width = blankWidth(at: cursor)
            guard width > 0 else { return }
            cursor += width
        }
    }

    /// Returns the number of bytes of the blank or invisible character at a place; 0 if there is none.
    private func blankWidth(at index: Int) -> Int {
        switch buffer[index] {
        case .space, .tab: return 1
        case ..<0x80: return 0
        default:
            var decoder = UTF8()
            var bytes = buffer[index...].prefix(4).makeIterator()
            guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return 0 }
            return PlainText.isUnseen(scalar) ? UTF8.width(scalar) : 0
        }
    }

    private func unclosed(at cursor: Int) -> CSVError {
        cursor - position > Self.longestRecord
            ? .recordTooLong(line: line, insideQuotes: true)
            : .unclosedQuote(line: line)
    }

    /// Moves to the next quote, or to the end of the buffer, and counts line ends on the way.
    private func skipQuotedText(_ cursor: inout Int, _ breaks: inout Int) {
        while cursor < buffer.count, buffer[cursor] != .quote {
            let byte = buffer[cursor]
            cursor += 1
            if byte == .lineFeed {
                breaks += 1
            } else if byte == .carriageReturn, cursor < buffer.count, buffer[cursor] != .lineFeed {
                breaks += 1
            }
        }
    }

    private func fieldEnd(at index: Int, _ delimiter: UInt8) -> FieldEnd? {
        guard index < buffer.count else { return .textEnd }
        switch buffer[index] {
        case delimiter: return .delimiter
        case .lineFeed, .carriageReturn: return .lineEnd
        default: return nil
        }
    }
}
