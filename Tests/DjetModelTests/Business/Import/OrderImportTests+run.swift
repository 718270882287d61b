import DjetModel

extension OrderImportTests {
    struct Outcome {
        var reading: OrderReading
        var runs = "", products = "", lines = "", spread = "", rejects = ""

        mutating func add(_ batch: OrderImportBatch) {
            products += String(decoding: batch.products.bytes, as: UTF8.self)
            lines += String(decoding: batch.lines.bytes, as: UTF8.self)
            spread += String(decoding: batch.spreadLines.bytes, as: UTF8.self)
            rejects += String(decoding: batch.rejects.bytes, as: UTF8.self)
        }
    }

    func run(_ text: String, fates: [String: OrderFate] = [:]) throws -> Outcome {
        try run(Array(text.utf8), chunk: 1_000, fates: fates)
    }

    /// Checks and reads a file as an import does, without booking anything.
    func run(_ bytes: [UInt8], chunk size: Int, fates: [String: OrderFate] = [:]) throws -> Outcome {
        let chunks = stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min($0 + size, bytes.count)])
        }
        var check = TextCheck()
        for chunk in chunks { check.feed(chunk) }
        let file = try OrderFile(name: "orders.csv", check)
        var style: NumberStyle?
        var runs = ""
        repeat {
            var survey = OrderSurvey(OrderReading(file, ImportTerms(), style: style), of: "i")
            runs = ""
            for chunk in chunks { runs += String(decoding: try survey.read(chunk).bytes, as: UTF8.self) }
            runs += String(decoding: try survey.finish().bytes, as: UTF8.self)
            guard let other = survey.otherStyle else { style = survey.reading.rules?.style; break }
            style = other
        } while true
        let ends = Dictionary(uniqueKeysWithValues: fates.map { (Array($0.utf8), $1) })
        var booking = OrderImport(OrderReading(file, ImportTerms(), style: style), of: "i")
        var outcome = Outcome(reading: booking.reading)
        for chunk in chunks { outcome.add(try booking.read(chunk, ends)) }
        outcome.add(try booking.finish(ends))
        (outcome.reading, outcome.runs) = (booking.reading, runs)
        return outcome
    }
}
