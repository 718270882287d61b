import DjetStore

/// An import of rows, each of which stands for itself.
protocol PreviewedRows: PreviewedImport {
    /// The columns of its files.
    static var shape: RowShape { get }
    /// Returns the rules by which it reads a line.
    func rules(in model: Model) async throws -> RowRules
}

extension PreviewedRows {
    package static var subject: ImportSubject { shape.subject }

    package static var fields: [ImportField] { shape.fields }

    package func field(named name: String) -> String? {
        Self.shape.known[OrderColumn.plain(name)]?.field
    }

    package func check(
        _ input: CheckedInput, _ source: OrderFile, in model: Model
    ) async throws -> ImportCheck {
        let tables = ImportTables(model: model, fileName: file.name, key: ImportCheck.key)
        let rules = try await rules(in: model)
        var reading = RowReading(source, Self.shape, rules)
        try await input.each(in: model) { chunk in
            reading.feed(chunk)
            try await note(&reading, tables)
        }
        var check = ImportCheck(lines: reading.lines)
        check.decimal = rules.decimal
        try await check.takeRejects(from: tables)
        if input.isWhole, let format = reading.format {
            check.file = try await tables.storeRejects(format)
        }
        try await tables.forget()
        return check
    }

    /// Notes those of the lines that have come which break a rule.
    private func note(_ reading: inout RowReading, _ tables: ImportTables) async throws {
        var (rejects, lines, fields, texts) = (CopyText(), [Int](), [String](), [String]())
        while let (record, row) = try reading.next() {
            let text = reading.format?.fields(of: record) ?? []
            switch row {
            case .success(let json):
                lines.append(record.line)
                fields.append(json)
                texts.append(String(decoding: text, as: UTF8.self))
            case .failure(let fault): tables.add(fault.reason, of: record.line, text, to: &rejects)
            }
        }
        try await tables.note(rejects: rejects)
        guard !lines.isEmpty else { return }
        try await tables.model.database.query(
            """
            select sales.check_rows(
              \(tables.key), \(Self.shape.kind), \(lines)::bigint[], \(fields)::text[], \(texts)::text[])
            """)
    }
}

extension RowRules {
    /// The rules that choices make.
    init(_ choices: ImportChoices) {
        (decimal, separator, mapping) = (choices.decimal, choices.separator, choices.mapping)
    }
}
