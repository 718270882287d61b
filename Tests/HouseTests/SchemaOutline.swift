/// The outline of a schema: the statements of a dump, and of each function its signature alone.
enum SchemaOutline {
    /// Returns the outline of what `pg_dump --schema-only` wrote.
    ///
    /// Bodies of functions, headers, settings of the session and owners are left out. A comment stands right
    /// below its object, and an empty line above each object.
    static func of(_ dump: String) -> String {
        var reader = DumpReader()
        for line in dump.split(separator: "\n", omittingEmptySubsequences: false) { reader.read(line) }
        return reader.statements.enumerated().map { index, lines -> String in
            let isAttached = index == 0 || lines[0].hasPrefix("COMMENT ON ")
            return (isAttached ? "" : "\n") + lines.joined(separator: "\n") + "\n"
        }.joined()
    }
}

/// A reader of a dump, line by line.
private struct DumpReader {
    private(set) var statements: [[Substring]] = []
    private var isBetweenStatements = true
    /// The dollar quote that ends the body of a function; `pg_dump` takes one that the body does not contain.
    private var bodyEnd: Substring?
    /// True inside a literal of several lines.
    private var isInText = false

    mutating func read(_ line: Substring) {
        if let end = bodyEnd {
            if line.contains(end) { bodyEnd = nil }
        } else if isInText {
            add(line)
        } else if line.isEmpty {
            isBetweenStatements = true
        } else if let body = line.wholeMatch(of: #/\s+AS (\$\w*\$)(.*)/#), !isBetweenStatements {
            let last = statements.count - 1
            statements[last][statements[last].count - 1].append(contentsOf: ";")
            if !body.2.contains(body.1) { bodyEnd = body.1 }
        } else if !isNoise(line) {
            add(line)
        }
    }

    private mutating func add(_ line: Substring) {
        if isBetweenStatements { statements.append([]) }
        isBetweenStatements = false
        statements[statements.count - 1].append(line)
        if !line.count(where: { $0 == "'" }).isMultiple(of: 2) { isInText.toggle() }
    }

    private func isNoise(_ line: Substring) -> Bool {
        ["--", "SET ", "\\", "SELECT pg_catalog"].contains { line.hasPrefix($0) }
            || line.hasPrefix("ALTER ") && line.contains(" OWNER TO ")
    }
}
