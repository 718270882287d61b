/// The name of a table, with its schema.
struct TableName: Hashable, Sendable, Decodable, CustomStringConvertible {
    let schema: String
    let name: String

    var description: String { "\(schema).\(name)" }

    /// The name as SQL spells it, quoted whatever its characters.
    var quoted: String { Statement("\(identifier: schema).\(identifier: name)").text }
}

extension TableName {
    /// Returns everything in SQL texts that may be a table's name with its schema, found in one pass. It errs
    /// on the side of too many.
    static func mentioned(in texts: [String]) -> Set<TableName> {
        let words = texts.flatMap { text in
            text.replacing("\"", with: "").split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
        }
        return Set(
            words.compactMap { word in
                let parts = word.split(separator: ".")
                return parts.count < 2 ? nil : TableName(schema: String(parts[0]), name: String(parts[1]))
            })
    }
}
