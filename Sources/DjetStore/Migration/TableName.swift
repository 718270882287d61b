/// The name of a table, with its schema.
struct TableName: Hashable, Sendable, Decodable, CustomStringConvertible {
    let schema: String
    let name: String

    var description: String { "\(schema).\(name)" }

    /// As SQL spells it, whatever characters are in it.
    var quoted: String { Statement("\(identifier: schema).\(identifier: name)").text }
}

extension TableName {
    /// Whatever in SQL texts may be the name of a table with its schema: found in one pass, and rather too much than too
    /// little.
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
