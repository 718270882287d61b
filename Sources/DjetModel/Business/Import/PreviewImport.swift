import DjetStore

/// Looks at the beginning of a file that is to be imported, and books nothing. It takes the arguments of the
/// import, and returns what would come of them.
///
/// Without a mapping, the latest saved one for the file's header is taken, and otherwise the columns are
/// found by their names. Up to half a mebibyte of the file is read.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read.
package struct PreviewImport<Import: PreviewedImport>: ModelFunction {
    /// The name, such as `sales.preview-orders` for `sales.import-orders`.
    package static var name: String { Import.name.replacing(".import-", with: ".preview-") }

    /// The hints of the import.
    package static var hints: [String: String] { Import.hints }

    /// The import.
    package var function: Import

    /// True if only the columns are looked at, and the lines are not read by the rules.
    private var isBrief = false

    package init(_ function: Import, isBrief: Bool = false) {
        (self.function, self.isBrief) = (function, isBrief)
    }

    package init(from decoder: any Decoder) throws {
        function = try Import(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        try function.encode(to: encoder)
    }

    package func run(in model: Model) async throws -> ImportPreview {
        do {
            return try await look(in: model)
        } catch let error as ImportError {
            throw ModelError.invalid(error.description)
        }
    }

    private func look(in model: Model) async throws -> ImportPreview {
        let head = try await ImportHead(function.file, in: model)
        let header = try header(of: head)
        let saved = try await savedMapping(for: header, in: model)
        var function = function
        if let saved { function.choices = function.choices.filled(from: saved.choices) }
        let choices = function.choices
        let source = try head.source(of: function.file, encoding: choices.encoding, Import.subject)
        let table = try ImportTable(head, source, separator: choices.separator)
        let isProposed = choices.mapping == nil
        function.choices.mapping = mapping(for: table, choices.mapping)
        if isProposed { function.choices.dates = choices.dates ?? dates(in: table, function.choices.mapping) }
        return try await preview(function, head, source, table, header, saved?.name, in: model)
    }

    /// Returns the names by which a mapping is found again: as the file tells them by itself if it does, so
    /// that the choices do not change them.
    private func header(of head: ImportHead) throws -> [String] {
        do {
            return try ImportTable(
                head, try head.source(of: function.file, encoding: nil, Import.subject), separator: nil
            ).plainNames
        } catch is ImportError {
            let source = try head.source(
                of: function.file, encoding: function.choices.encoding, Import.subject)
            return try ImportTable(head, source, separator: function.choices.separator).plainNames
        }
    }

    private func savedMapping(
        for header: [String], in model: Model
    ) async throws -> (name: String, choices: ImportChoices)? {
        guard function.choices.mapping == nil else { return nil }
        return try await SavedMapping.find(Import.name, header, in: model)
    }

    /// Returns the field of each column that is shown. A field that two columns could be is neither of them:
    /// somebody has to say which.
    private func mapping(for table: ImportTable, _ said: [String]?) -> [String] {
        if let said {
            let none = [String](
                repeating: ImportField.ignored, count: max(0, table.names.count - said.count))
            return said.map { $0.isEmpty ? ImportField.ignored : $0 } + none
        }
        let found = table.names.map { function.field(named: $0) }
        let counts = Dictionary(found.compactMap { $0.map { ($0, 1) } }, uniquingKeysWith: +)
        return found.map { field in
            field.flatMap { counts[$0] == 1 ? $0 : nil } ?? ImportField.ignored
        }
    }

    /// Returns the order of days in the column of dates, if its first lines can be read in one order only;
    /// nil if they are all ISO days, or leave it open.
    private func dates(in table: ImportTable, _ mapping: [String]?) -> DateOrder? {
        guard let column = mapping?.firstIndex(of: OrderColumn.date.field), column < table.names.count
        else { return nil }
        let texts = table.rows.map { Array($0[column].utf8.drop { $0 == .space }) }.filter { !$0.isEmpty }
        func isRead(_ order: DateOrder?) -> Bool {
            texts.allSatisfy { Day.leading($0[...], order) != nil }
        }
        guard !texts.isEmpty, !isRead(nil) else { return nil }
        let orders = DateOrder.allCases.filter(isRead)
        return orders.count == 1 ? orders.first : nil
    }

    private func preview(
        _ function: Import, _ head: ImportHead, _ source: OrderFile, _ table: ImportTable,
        _ header: [String], _ mappingName: String?, in model: Model
    ) async throws -> ImportPreview {
        let mapping = function.choices.mapping ?? []
        let faults = ColumnPlaces(mapping, Import.fields, in: table.names).faults
        let columns = table.names.enumerated().map { place, name in
            ImportPreview.Column(
                name: ImportTable.shown(name), field: mapping[place],
                fault: faults.first { $0.column == place }?.reason)
        }
        let check: ImportCheck? =
            if faults.isEmpty, !isBrief { try await function.check(.head(head), source, in: model) } else {
                nil
            }
        return ImportPreview(
            file: function.file, choices: function.choices, mappingName: mappingName, header: header,
            encoding: source.encoding.name, separator: table.separatorName, fields: Import.fields,
            columns: columns, columnCount: table.width, rows: table.rows,
            faults: faults.filter { $0.column == nil }.map(\.reason),
            check: check, isWhole: head.isWhole, size: head.bytes.count)
    }
}
