/// Consecutive lines of a file with the same order number, customer, country, day and currency.
struct OrderRun: Sendable {
    /// Day, number, customer and country as fields for COPY, and the currency if the file has a column for
    /// it.
    let fields: [UInt8]

    let firstLine: Int

    /// The rule that the line breaks; nil if it breaks none.
    var fault: String?

    private var lineCount = 0

    /// The sum of the lines' amounts, in hundredths.
    private var total: Int128 = 0

    /// True if all quantities are negative.
    private var isTakenBack = true

    init(fields: [UInt8], firstLine: Int, fault: String? = nil) {
        (self.fields, self.firstLine, self.fault) = (fields, firstLine, fault)
    }

    mutating func add(_ amount: Int128, isTakenBack isNegative: Bool) {
        lineCount += 1
        total += amount
        if !isNegative { isTakenBack = false }
    }

    /// Writes the run as a row of `sales.import_run`.
    func write(to rows: inout CopyText, key: [UInt8], part: Int) {
        rows.fields(key)
        rows.number(part)
        rows.number(firstLine)
        rows.number(lineCount)
        rows.plain("\(total)e-2")
        rows.plain(isTakenBack ? "t" : "f")
        rows.fields(fields)
        if let fault { rows.text(Array(fault.utf8).span) } else { rows.plain(nil) }
        rows.endRow()
    }
}
