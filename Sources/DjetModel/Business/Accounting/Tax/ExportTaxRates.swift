import DjetStore

/// Exports all tax rates by country, class and day as one CSV file, which ``ImportTaxRates`` takes as it is.
public struct ExportTaxRates: ModelFunction {
    /// The name `accounting.export-tax-rates`.
    public static let name = "accounting.export-tax-rates"

    /// True to begin the file with a byte order mark, by which spreadsheet programs recognize UTF-8.
    public var byteOrderMark: Bool?

    /// Creates the export of all rates.
    public init(byteOrderMark: Bool? = nil) {
        self.byteOrderMark = byteOrderMark
    }

    /// Writes the file, and reports the number of rates in it so far.
    public func run(in model: Model) async throws -> File {
        var header = CSVWriter()
        header.line("country", "class", "from", "rate")
        let export = RowExport(header: header.take()) { mark, amount in
            "select * from accounting.tax_rate_page(\(mark), \(amount)::integer)"
        }
        return try await export.file("tax-rates.csv", byteOrderMark: byteOrderMark == true, in: model)
    }
}
