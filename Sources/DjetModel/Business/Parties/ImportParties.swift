/// Imports a CSV file of customers. See ``ImportParties``.
public typealias ImportCustomers = ImportParties<CustomerRole>

/// Imports a CSV file of suppliers. See ``ImportParties``.
public typealias ImportSuppliers = ImportParties<SupplierRole>

/// Imports a CSV file of customers or suppliers: each line creates or changes one. See ``ImportRows``.
///
/// Columns are found by their names in any order: code, name, language, e-mail, VAT id, payment days,
/// currency, country, country code, and the parts of an invoice and a delivery address. Only the code is
/// needed. An empty field changes nothing.
public typealias ImportParties<Role: PartyRole> = ImportRows<PartyRows<Role>>

/// The rows of a file of customers or suppliers.
public enum PartyRows<Role: PartyRole>: ImportedRows {
    /// The name `sales.import-customers` or `sales.import-suppliers`.
    public static var function: String { "sales.import-\(Role.word)s" }

    /// The columns.
    public static var shape: RowShape {
        let word = Role.word
        return RowShape(
            kind: word,
            ImportSubject(function: function, things: "\(word)s", lines: "a line for each \(word)"),
            [
                RowColumn("code", "code", "\(word) code", "\(word) id", "\(word) no", "\(word) number", word),
                RowColumn("name", "name", "company name", "company", "\(word) name"),
                RowColumn("language", "language", "language code"),
                RowColumn("email", "email", "email address", "mail"),
                RowColumn("vatId", "vat id", "vat no", "vat number", "vat registration number"),
                RowColumn("paymentDays", "payment days", "terms of payment", "payment terms"),
                RowColumn("currency", "currency", "currency code"),
                RowColumn("country", "country", "country/region"),
                RowColumn("countryCode", "country code", "iso country"),
                RowColumn(
                    "invoiceLine1", "invoice address", "address", "address 1", "address line 1", "street"),
                RowColumn("invoiceLine2", "invoice address 2", "address 2", "address line 2"),
                RowColumn("invoiceLine3", "invoice address 3", "address 3", "address line 3"),
                RowColumn(
                    "invoicePostcode", "invoice postcode", "postcode", "postal code", "zip", "zip code"),
                RowColumn("invoiceCity", "invoice city", "city", "town"),
                RowColumn("invoiceRegion", "invoice region", "region", "state", "province"),
                RowColumn("invoiceCountryCode", "invoice country", "invoice country code"),
            ] + delivery)
    }

    /// The address for deliveries.
    private static var delivery: [RowColumn] {
        [
            RowColumn("deliveryLine1", "delivery address", "delivery address 1"),
            RowColumn("deliveryLine2", "delivery address 2"),
            RowColumn("deliveryLine3", "delivery address 3"),
            RowColumn("deliveryPostcode", "delivery postcode", "delivery postal code"),
            RowColumn("deliveryCity", "delivery city"),
            RowColumn("deliveryRegion", "delivery region"),
            RowColumn("deliveryCountryCode", "delivery country", "delivery country code"),
        ]
    }
}
