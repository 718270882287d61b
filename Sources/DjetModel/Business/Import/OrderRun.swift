/// Lines of a file that follow each other and agree in order number, customer, country and day.
struct OrderRun: Sendable {
    /// Day, number, customer and country as fields for COPY.
    let fields: [UInt8]

    let firstLine: Int

    /// Which rule the line breaks, if it is one that does.
    var fault: String?

    private var lineCount = 0

    /// The sum of the lines' amounts, in hundredths.
    private var total: Int128 = 0

    /// Whether all quantities are negative.
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
