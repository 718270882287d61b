import DjetStore

/// Exports all prices by list, product and day as one CSV file, which ``ImportPrices`` takes as it is.
///
/// The memory used does not grow with their number. A text that a spreadsheet would take for a formula gets
/// an apostrophe in front, which the import drops.
public struct ExportPrices: ModelFunction {
    /// The name `sales.export-prices`.
    public static let name = "sales.export-prices"

    /// True to begin the file with a byte order mark, by which spreadsheet programs recognize UTF-8.
    public var byteOrderMark: Bool?

    /// Creates the export of all prices.
    public init(byteOrderMark: Bool? = nil) {
        self.byteOrderMark = byteOrderMark
    }

    /// Writes the file, and reports the number of prices in it so far.
    public func run(in model: Model) async throws -> File {
        var header = CSVWriter()
        header.line("list", "product", "from", "unit_price")
        let export = RowExport(header: header.take()) { mark, amount in
            "select * from sales.price_page(\(mark), \(amount)::integer)"
        }
        return try await export.file("prices.csv", byteOrderMark: byteOrderMark == true, in: model)
    }
}
