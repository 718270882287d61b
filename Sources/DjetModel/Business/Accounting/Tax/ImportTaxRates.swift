/// Imports a CSV file of tax rates: each line sets one. See ``ImportRows``.
///
/// Columns are found by their names in any order: country, class, from, rate. A rate is a share such as
/// `0.19`, or a percentage such as `19 %`; the decimal sign is a point or a comma. A line that lacks a field,
/// or changes a rate that invoices bear, is rejected alone. The classes of products are imported with the
/// products.
public typealias ImportTaxRates = ImportRows<TaxRateRows>

/// The rows of a file of tax rates.
public enum TaxRateRows: ImportedRows {
    /// The name `accounting.import-tax-rates`.
    public static let function = "accounting.import-tax-rates"

    /// The columns.
    public static let shape = RowShape(
        kind: "tax-rate",
        ImportSubject(function: function, things: "tax rates", lines: "a line for each rate"),
        [
            RowColumn("country", "country", "country code", "iso country"),
            RowColumn("class", "class", "tax class"),
            RowColumn("from", "from", "valid from", "from day", use: .day),
            RowColumn("rate", "rate", "tax rate", "vat rate"),
        ])
}
