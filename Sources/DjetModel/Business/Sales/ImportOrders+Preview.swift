import DjetStore

extension ImportOrders: PreviewedImport {
    package static var subject: ImportSubject { .orders }

    package static var fields: [ImportField] { OrderColumn.fields }

    package var choices: ImportChoices {
        get {
            var choices = ImportChoices()
            (choices.encoding, choices.separator, choices.mapping) = (encoding, separator, mapping)
            (choices.decimal, choices.dates) = (decimal, dates)
            return choices
        }
        set {
            (encoding, separator, mapping) = (newValue.encoding, newValue.separator, newValue.mapping)
            (decimal, dates) = (newValue.decimal, newValue.dates)
            // The names have led to the mapping, which says all.
            if mapping != nil { columns = nil }
        }
    }

    package func field(named name: String) -> String? {
        let plain = OrderColumn.plain(name)
        let given = OrderColumn.allCases.first { column in
            columns?[column].map { OrderColumn.plain($0) == plain } ?? false
        }
        if let given { return given.field }
        guard let known = OrderColumn(named: name), columns?[known] == nil else { return nil }
        return known.field
    }

    package func check(
        _ input: CheckedInput, _ source: OrderFile, in model: Model
    ) async throws -> ImportCheck {
        let tables = ImportTables(model: model, fileName: file.name, key: ImportCheck.key)
        let terms = try terms
        var survey = OrderSurvey(OrderReading(source, terms), of: tables.key)
        try await look(through: &survey, input, tables)
        if let style = survey.otherStyle {
            try await tables.forget()
            survey = OrderSurvey(OrderReading(source, terms, style: style), of: tables.key)
            try await look(through: &survey, input, tables)
        }
        try await model.database.query("select sales.import_judge(\(tables.key), \(terms.returnMark))")
        let style = survey.reading.rules?.style
        let seen = style.map { survey.reading.evidence.style(otherwise: $0) }
        let reading = try await rejects(OrderReading(source, terms, style: style), input, tables)
        var check = ImportCheck(lines: reading.lines)
        check.decimal = seen?.sign
        check.conflict = try await tables.clash()
        try await check.takeOrders(from: tables)
        try await check.takeRejects(from: tables)
        if input.isWhole, let format = RejectsFormat(reading) {
            check.file = try await tables.storeRejects(format)
        }
        try await tables.forget()
        return check
    }

    private func look(
        through survey: inout OrderSurvey, _ input: CheckedInput, _ tables: ImportTables
    ) async throws {
        try await input.each(in: tables.model, pass: 1, of: 2) { chunk in
            let rows = if let chunk { try survey.read(chunk) } else { try survey.finish() }
            try await tables.note(rows, namingCurrencies: survey.namesCurrencies)
        }
    }

    /// Notes the rejects, and returns the reading of all lines.
    private func rejects(
        _ reading: OrderReading, _ input: CheckedInput, _ tables: ImportTables
    ) async throws -> OrderReading {
        var booking = OrderImport(reading, of: tables.key)
        var part = 0
        try await input.each(in: tables.model, pass: 2, of: 2) { chunk in
            part += 1
            let fates = try await tables.fates(in: part)
            let batch = if let chunk { try booking.read(chunk, fates) } else { try booking.finish(fates) }
            try await tables.note(rejects: batch.rejects)
        }
        return booking.reading
    }
}

extension ImportTables {
    /// Returns why none of the orders can be booked: one of them exists already.
    func clash() async throws -> String? {
        try await model.database.first(
            "select concat_ws(' ', message || '.', detail, hint) from sales.import_clash(\(key))",
            as: String.self)
    }
}

extension NumberStyle {
    /// The sign that is taken to stand before decimals; nil if none is.
    var sign: DecimalSign? {
        switch self {
        case .given(let sign), .seen(let sign): sign
        case .assumed: .point
        case .unknown: nil
        }
    }
}
