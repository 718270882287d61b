import DjetStore

/// Exports all products by code as one CSV file, which ``ImportProducts`` takes as it is.
///
/// The memory used does not grow with their number. A text that a spreadsheet would take for a formula gets
/// an apostrophe in front, which the import drops.
public struct ExportProducts: ModelFunction {
    /// The name `sales.export-products`.
    public static let name = "sales.export-products"

    /// True to begin the file with a byte order mark, by which spreadsheet programs recognize UTF-8.
    public var byteOrderMark: Bool?

    /// Creates the export of all products.
    public init(byteOrderMark: Bool? = nil) {
        self.byteOrderMark = byteOrderMark
    }

    /// Writes the file, and reports the number of products in it so far.
    public func run(in model: Model) async throws -> File {
        var header = CSVWriter()
        header.line(
            "code", "name", "unit", "tax_class", "stocked", "active", "supplier", "category")
        let export = RowExport(header: header.take()) { mark, amount in
            "select * from sales.product_page(\(mark), \(amount)::integer)"
        }
        return try await export.file("products.csv", byteOrderMark: byteOrderMark == true, in: model)
    }
}
