/// The course of one import of orders.
struct ImportRun: Sendable {
    let model: Model
    let file: File
    let terms: ImportTerms
    /// The import's name in the tables that hold its notes.
    let key: String
    /// The encoding named by the user.
    let encoding: String?

    /// Imports the file in the present transaction.
    func atOnce() async throws -> ImportReport {
        let tables = tables(in: model)
        let source = try await look()
        try await tables.begin()
        var survey = OrderSurvey(OrderReading(source, terms), of: key)
        try await look(through: &survey, tables)
        if let style = survey.otherStyle {
            try await tables.forget()
            survey = OrderSurvey(OrderReading(source, terms, style: style), of: key)
            try await look(through: &survey, tables)
        }
        try await tables.sumUp(returnMark: terms.returnMark)
        let reading = try await book(source, survey.reading.rules?.style, tables)
        let report = try await tables.report(on: reading)
        try await tables.forget()
        return report
    }

    func tables(in model: Model) -> ImportTables {
        ImportTables(model: model, fileName: file.name, key: key)
    }

    func look() async throws -> OrderFile { try await OrderFile(file, encoding: encoding, in: model) }

    private func look(through survey: inout OrderSurvey, _ tables: ImportTables) async throws {
        var bytesRead = 0
        for try await chunk in model.bytes(of: file) {
            let rows = try survey.read(chunk)
            try await tables.note(rows, namingCurrencies: survey.namesCurrencies)
            bytesRead += chunk.count
            await report(bytesRead, of: 1, survey.reading)
        }
        let rows = try survey.finish()
        try await tables.note(rows, namingCurrencies: survey.namesCurrencies)
    }

    private func book(_ source: OrderFile, _ style: NumberStyle?, _ tables: ImportTables) async throws
        -> OrderReading
    {
        var booking = OrderImport(OrderReading(source, terms, style: style), of: key)
        var batch = OrderImportBatch()
        var (part, bytesRead) = (0, 0)
        for try await chunk in model.bytes(of: file) {
            let (earlier, earlierPart) = (batch, part)
            part += 1
            let fates = try await tables.fates(in: part)
            // The server books one chunk while this process parses the next. A parsing error waits, since it
            // must not cancel the booking, which would lose the connection.
            async let booked: Void = earlierPart > 0 ? tables.book(earlier, earlierPart) : ()
            let parsed = Result { try booking.read(chunk, fates) }
            try await booked
            batch = try parsed.get()
            bytesRead += chunk.count
            await report(bytesRead, of: 2, booking.reading)
        }
        if part > 0 { try await tables.book(batch, part) }
        try await tables.book(try booking.finish(tables.fates(in: part + 1)), part + 1)
        return booking.reading
    }

    /// Reports the progress: the survey is the first half of the way, the booking the second.
    func report(_ bytesRead: Int, of half: Int, _ reading: OrderReading) async {
        let word = half == 1 ? "read" : "booked"
        await model.report(
            done: (half - 1) * file.size + bytesRead, of: 2 * file.size,
            note: "\(reading.lines) lines \(word)")
    }
}
