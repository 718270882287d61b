/// An import in steps. Parts that an earlier attempt has noted or booked are read again, but not written
/// again.
extension ImportRun {
    func inSteps() async throws -> ImportReport {
        do {
            return try await allSteps()
        } catch  where model.job == nil {
            // The notes of a job serve another attempt, even one by hand. A call has none.
            try? await tables(in: model).forget()
            throw error
        }
    }

    private func allSteps() async throws -> ImportReport {
        let source = try await look()
        try await model.step("open") { try await tables(in: $0).open() }
        var survey = OrderSurvey(OrderReading(source, terms), of: key)
        try await lookInSteps(through: &survey, "look")
        if let style = survey.otherStyle {
            try await model.step("look again") { model in
                try await tables(in: model).forget()
                try await tables(in: model).open()
            }
            survey = OrderSurvey(OrderReading(source, terms, style: style), of: key)
            try await lookInSteps(through: &survey, "look again")
        }
        try await model.step("sum up") { try await tables(in: $0).sumUp(returnMark: terms.returnMark) }
        let reading = try await bookInSteps(source, survey.reading.rules?.style)
        return try await model.step("report") { model in
            let report = try await tables(in: model).report(on: reading)
            try await tables(in: model).forget()
            return report
        }
    }

    private func lookInSteps(through survey: inout OrderSurvey, _ name: String) async throws {
        var (part, bytesRead) = (0, 0)
        for try await chunk in model.bytes(of: file) {
            part += 1
            let rows = try survey.read(chunk)
            let namesCurrencies = survey.namesCurrencies
            try await model.step("\(name) \(part)") {
                try await tables(in: $0).note(rows, namingCurrencies: namesCurrencies)
            }
            bytesRead += chunk.count
            await report(bytesRead, of: 1, survey.reading)
        }
        let rows = try survey.finish()
        let namesCurrencies = survey.namesCurrencies
        try await model.step("\(name) \(part + 1)") {
            try await tables(in: $0).note(rows, namingCurrencies: namesCurrencies)
        }
    }

    private func bookInSteps(_ source: OrderFile, _ style: NumberStyle?) async throws -> OrderReading {
        var booking = OrderImport(OrderReading(source, terms, style: style), of: key)
        var (part, bytesRead) = (0, 0)
        for try await chunk in model.bytes(of: file) {
            part += 1
            try await book(part, &booking, chunk)
            bytesRead += chunk.count
            await report(bytesRead, of: 2, booking.reading)
        }
        try await book(part + 1, &booking, nil)
        return booking.reading
    }

    /// Books a part, or reads past it if an earlier attempt has booked it.
    private func book(_ part: Int, _ booking: inout OrderImport, _ chunk: [UInt8]?) async throws {
        var isBooked = false
        try await model.step("book \(part)") { model in
            let tables = tables(in: model)
            try await tables.begin()
            let fates = try await tables.fates(in: part)
            let batch = if let chunk { try booking.read(chunk, fates) } else { try booking.finish(fates) }
            try await tables.book(batch, part)
            isBooked = true
        }
        if !isBooked { try booking.skip(chunk) }
    }
}
