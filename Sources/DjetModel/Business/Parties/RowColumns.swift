/// The places of the columns that a file has, from its header.
struct RowColumns: Sendable {
    /// The names in the header without blank ones at the end; no line has more fields.
    let names: [String]

    /// The column at each place; nil for one that is not used.
    let columns: [RowColumn?]

    /// True if the file is one of rejects.
    let areOfRejects: Bool

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - header: the names in the header.
    /// - Throws: the first fault, as the rest of a sentence that begins with file and line.
    init(header: [String], _ shape: RowShape) throws(RowFault) {
        let end = header.lastIndex { !OrderColumn.plain($0).isEmpty } ?? -1
        names = Array(header[..<(end + 1)])
        columns = names.map { shape.known[OrderColumn.plain($0)] }
        areOfRejects =
            names.count >= OrderColumns.ofRejects.count
            && zip(names, OrderColumns.ofRejects).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
        var seen: [String: String] = [:]
        for (name, column) in zip(names, columns) {
            guard let column else { continue }
            if let earlier = seen.updateValue(name, forKey: column.field) {
                let both = HeaderError.quoted([earlier, name])
                throw RowFault("the header has the \(column.title) twice, as \(both); keep one of them")
            }
        }
        let key = shape.columns[0]
        guard seen[key.field] == nil else { return }
        throw RowFault(
            "the header lacks the \(key.title) (found: \(HeaderError.quoted(names))); call it "
                + key.spellings.joined(separator: ", "))
    }
}

/// A reason why a line, or a header, is not taken, for people.
struct RowFault: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
