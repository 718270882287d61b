/// The fields of a file's columns, by their places.
struct ColumnPlaces {
    /// A reason why a mapping does not fit, beside its column if it has one.
    struct Fault {
        let column: Int?
        let reason: String
    }

    /// The place of each field among all columns of the file.
    private(set) var places: [String: Int] = [:]

    /// The reasons why the mapping does not fit, up to one for each column that a page shows; empty if it
    /// does.
    private(set) var faults: [Fault] = []

    /// Places the fields.
    ///
    /// - Parameters:
    ///   - mapping: the field of each column. Columns behind the last one are ignored.
    ///   - names: the names in the header. In a file of rejects, the mapping begins behind `line` and
    ///     `reason`.
    init(_ mapping: [String], _ fields: [ImportField], in names: [String]) {
        let own = OrderColumns.areOfRejects(names) ? OrderColumns.ofRejects.count : 0
        if mapping.count > names.count - own {
            let count = names.count - own
            faults = [
                Fault(column: nil, reason: "the mapping has \(mapping.count) columns, the file \(count)")
            ]
            return
        }
        for (column, name) in mapping.enumerated() where !Self.isIgnored(name) {
            guard faults.count < ImportTable.mostColumns else { return }
            place(name, at: column, behind: own, fields)
        }
        let missing = fields.filter { $0.isNeeded && places[$0.name] == nil }
        guard !missing.isEmpty else { return }
        let titles = missing.map(\.title).joined(separator: ", ")
        faults.append(Fault(column: nil, reason: "no column is the \(titles)"))
    }

    private mutating func place(_ name: String, at column: Int, behind own: Int, _ fields: [ImportField]) {
        guard let field = fields.first(where: { $0.name == name }) else {
            let known = fields.map(\.name).joined(separator: ", ")
            let quoted = HeaderError.quoted([name])
            return faults.append(
                Fault(column: column, reason: "there is no field \(quoted); there are \(known)"))
        }
        if let earlier = places[name] {
            let reason = "column \(earlier - own + 1) is the \(field.title) already"
            return faults.append(Fault(column: column, reason: reason))
        }
        places[name] = column + own
    }

    private static func isIgnored(_ name: String) -> Bool { name.isEmpty || name == ImportField.ignored }

    /// The first fault, as the rest of a sentence that begins with file and line; nil if there is none.
    var sentence: String? {
        faults.first.map { fault in
            "\(fault.column.map { "column \($0 + 1): " } ?? "")\(fault.reason); correct the field mapping"
        }
    }
}
