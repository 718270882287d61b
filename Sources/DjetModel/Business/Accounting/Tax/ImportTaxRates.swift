/// Imports a CSV file of tax rates: each line sets one.
///
/// Columns are found by their names in any order: country, class, from, rate. A rate is a share such as
/// `0.19`, or a percentage such as `19 %`; the decimal sign is a point or a comma. A line that lacks a field,
/// breaks a rule, or changes a rate that invoices bear, is rejected alone. The classes of products are
/// imported with the products.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read. It names the file and the line, and
///   nothing has been booked.
public struct ImportTaxRates: ModelFunction {
    /// The name `accounting.import-tax-rates`.
    public static let name = "accounting.import-tax-rates"

    /// The hints of its form.
    public static let hints = [
        "file": "CSV; its first line names the columns, in any order",
        "separator": "Between the fields; without it, the sign that stands most often in the header",
        "mapping": "The field of each column, or - to ignore it",
    ]

    /// The CSV file.
    public var file: File

    /// The encoding of a file without a byte order mark, such as `windows-1251`; nil goes by the bytes.
    public var encoding: String?

    /// The sign between the fields; nil detects it from the header.
    public var separator: FieldSeparator?

    /// The field of each column, in the order of the file; `-` for a column that is ignored. Nil finds the
    /// columns by their names.
    public var mapping: [String]?

    /// Creates the import of a stored file.
    public init(
        file: File, encoding: String? = nil, separator: FieldSeparator? = nil, mapping: [String]? = nil
    ) {
        self.file = file
        self.encoding = encoding
        self.separator = separator
        self.mapping = mapping
    }

    /// Imports the file, and reports the number of bytes read.
    public func run(in model: Model) async throws -> RowReport {
        try await RowImport(
            model: model, file: file, shape: Self.shape, rules: rules(in: model), encoding: encoding
        ).run()
    }
}

extension ImportTaxRates: PreviewedRows {
    static var shape: RowShape { .taxRates }

    func rules(in model: Model) -> RowRules { RowRules(choices) }

    package var choices: ImportChoices {
        get {
            var choices = ImportChoices()
            (choices.encoding, choices.separator, choices.mapping) = (encoding, separator, mapping)
            return choices
        }
        set { (encoding, separator, mapping) = (newValue.encoding, newValue.separator, newValue.mapping) }
    }
}
