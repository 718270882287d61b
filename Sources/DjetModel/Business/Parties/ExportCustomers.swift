import DjetStore

/// Exports all customers by code as one CSV file, which ``ImportCustomers`` takes as it is.
///
/// The memory used does not grow with their number. A text that a spreadsheet would take for a formula gets
/// an apostrophe in front, which the import drops.
public struct ExportCustomers: ModelFunction {
    /// The name `sales.export-customers`.
    public static let name = "sales.export-customers"

    /// True to begin the file with a byte order mark, by which spreadsheet programs recognize UTF-8.
    public var byteOrderMark: Bool?

    /// Creates the export of all customers.
    public init(byteOrderMark: Bool? = nil) {
        self.byteOrderMark = byteOrderMark
    }

    /// Writes the file, and reports the number of customers in it so far.
    public func run(in model: Model) async throws -> File {
        var header = CSVWriter()
        header.line(
            "code", "name", "language", "email", "vat_id", "payment_days", "currency", "country",
            "country_code",
            "invoice_address", "invoice_address_2", "invoice_address_3", "invoice_postcode", "invoice_city",
            "invoice_region", "invoice_country", "delivery_address", "delivery_address_2",
            "delivery_address_3", "delivery_postcode", "delivery_city", "delivery_region", "delivery_country")
        return try await RowExport(page: "customer_page", header: header.take()).file(
            "customers.csv", byteOrderMark: byteOrderMark == true, in: model)
    }
}
