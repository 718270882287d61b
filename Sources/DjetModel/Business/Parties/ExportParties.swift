import DjetStore

/// Exports all customers. See ``ExportParties``.
public typealias ExportCustomers = ExportParties<CustomerRole>

/// Exports all suppliers. See ``ExportParties``.
public typealias ExportSuppliers = ExportParties<SupplierRole>

/// Exports all customers or suppliers by code as one CSV file, which ``ImportParties`` takes as it is.
///
/// The memory used does not grow with their number. A text that a spreadsheet would take for a formula gets
/// an apostrophe in front, which the import drops.
public struct ExportParties<Role: PartyRole>: ModelFunction {
    /// The name `sales.export-customers` or `sales.export-suppliers`.
    public static var name: String { "sales.export-\(Role.word)s" }

    /// True to begin the file with a byte order mark, by which spreadsheet programs recognize UTF-8.
    public var byteOrderMark: Bool?

    /// Creates the export of all customers or suppliers.
    public init(byteOrderMark: Bool? = nil) {
        self.byteOrderMark = byteOrderMark
    }

    /// Writes the file, and reports the number of parties in it so far.
    public func run(in model: Model) async throws -> File {
        var header = CSVWriter()
        header.line(
            "code", "name", "language", "email", "vat_id", "payment_days", "currency", "country",
            "country_code",
            "invoice_address", "invoice_address_2", "invoice_address_3", "invoice_postcode", "invoice_city",
            "invoice_region", "invoice_country", "delivery_address", "delivery_address_2",
            "delivery_address_3", "delivery_postcode", "delivery_city", "delivery_region", "delivery_country")
        let role = Role.word
        let export = RowExport(header: header.take()) { mark, amount in
            "select * from sales.party_page(\(role), \(mark), \(amount)::integer)"
        }
        return try await export.file("\(role)s.csv", byteOrderMark: byteOrderMark == true, in: model)
    }
}
