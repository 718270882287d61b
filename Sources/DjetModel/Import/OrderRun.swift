/// Lines of a file that follow each other and agree in order number, customer, country and day.
struct OrderRun: Sendable {
    /// Day, number, customer and country as fields for COPY.
    let fields: [UInt8]

    let firstLine: Int
    private(set) var lineCount = 0

    /// The sum of the lines' amounts, in hundredths.
    private(set) var total: Int128 = 0

    init(fields: [UInt8], firstLine: Int) {
        self.fields = fields
        self.firstLine = firstLine
    }

    mutating func add(_ amount: Int128) {
        lineCount += 1
        total += amount
    }

    /// Writes the run as a row of the temporary table order_import_run.
    func write(to rows: inout CopyText) {
        rows.number(firstLine)
        rows.number(lineCount)
        rows.plain("\(total)e-2")
        rows.fields(fields)
        rows.endRow()
    }
}
