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
    ///   - mapping: the field of each column; nil finds them by their names.
    /// - Throws: the first fault, as the rest of a sentence that begins with file and line.
    init(header: [String], _ shape: RowShape, mapping: [String]?) throws(RowFault) {
        names = OrderColumns.named(header)
        areOfRejects = OrderColumns.areOfRejects(names)
        if let mapping {
            columns = try Self.columns(of: mapping, in: names, shape)
        } else {
            columns = try Self.found(in: names, shape)
        }
    }

    private static func columns(
        of mapping: [String], in names: [String], _ shape: RowShape
    ) throws(RowFault) -> [RowColumn?] {
        let places = ColumnPlaces(mapping, shape.fields, in: names)
        if let sentence = places.sentence { throw RowFault(sentence) }
        var columns = [RowColumn?](repeating: nil, count: names.count)
        for column in shape.columns {
            if let place = places.places[column.field] { columns[place] = column }
        }
        return columns
    }

    private static func found(in names: [String], _ shape: RowShape) throws(RowFault) -> [RowColumn?] {
        let columns = names.map { shape.known[OrderColumn.plain($0)] }
        var seen: [String: String] = [:]
        for (name, column) in zip(names, columns) {
            guard let column else { continue }
            if let earlier = seen.updateValue(name, forKey: column.field) {
                let both = HeaderError.quoted([earlier, name])
                throw RowFault("the header has the \(column.title) twice, as \(both); keep one of them")
            }
        }
        let key = shape.columns[0]
        guard seen[key.field] == nil else { return columns }
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
