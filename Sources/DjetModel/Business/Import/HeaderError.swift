/// A reason why the first line of a file is not the header of an order file.
package enum HeaderError: Error, Equatable {
    /// Columns that are needed and missing.
    case missing([OrderColumn], found: [String])

    /// A column whose given name is not in the header.
    case notThere(OrderColumn, String, found: [String])

    /// A name of a needed column that stands in the header twice.
    case twice(String)

    /// A column that two names of the header mean.
    case ambiguous(OrderColumn, String, String)

    /// A mapping that does not fit the file, with the reason.
    case mapping(String)

    /// Bytes in the header that are not in the file's encoding, named here.
    case notOfTheEncoding(String)
}

extension HeaderError: CustomStringConvertible {
    /// The fault, the expectation and the remedy, as the rest of a sentence that begins with file and line.
    package var description: String {
        switch self {
        case .missing(let columns, let found):
            let titles = Self.list(columns.map(\.title))
            let spellings = columns.map {
                $0.title + " may be called " + $0.spellings.joined(separator: ", ")
            }
            return
                "the header lacks \(titles) (found: \(Self.quoted(found))); name the columns in line 1: "
                + spellings.joined(separator: "; ")
                + "; or say in the field columns of sales.import-orders what this file calls them"
        case .notThere(let column, let name, let found):
            return
                "the header has no column \(Self.quoted([name])), which the field columns gives as the \(column.title) "
                + "(found: \(Self.quoted(found))); correct that field"
        case .twice(let name):
            return "the header names the column \(Self.quoted([name])) twice; keep one of them"
        case .ambiguous(let column, let first, let second):
            return "the header has the \(column.title) twice, as \(Self.quoted([first])) and as "
                + "\(Self.quoted([second])); keep one of them, or say in the field columns of "
                + "sales.import-orders which one counts"
        case .mapping(let reason):
            return reason
        case .notOfTheEncoding(let name):
            return "the header has bytes that are not \(name); correct them, or say in the field encoding of "
                + "sales.import-orders how the file is encoded"
        }
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Returns names in quotes, without control characters. Long names, and those after the twentieth, are
    /// cut to keep the sentence short.
    static func quoted(_ names: [String]) -> String {
        let shown = names.prefix(20).map { name in
            let visible = name.unicodeScalars.prefix(41).filter { $0.properties.generalCategory != .control }
            return "“" + String(String.UnicodeScalarView(visible.prefix(40)))
                + (visible.count > 40 ? "…”" : "”")
        }
        return shown.joined(separator: ", ") + (names.count > 20 ? " and \(names.count - 20) more" : "")
    }
}
