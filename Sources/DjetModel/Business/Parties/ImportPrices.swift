import DjetStore

/// Imports a CSV file of prices: each line sets one.
///
/// Columns are found by their names in any order: product, price list, from, unit price. The list and the
/// first day may be given for all lines instead. Lists and products must exist. A line without a price, or
/// one that breaks a rule, is rejected alone.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read. It names the file and the line, and
///   nothing has been booked.
public struct ImportPrices: ModelFunction {
    /// The name `sales.import-prices`.
    public static let name = "sales.import-prices"

    /// The hints of its form.
    public static let hints = [
        "list": "For lines that name no list", "from": "For lines that name no day; without it, today",
        "decimal": "point is 1,234.50, comma is 1.234,50; without it, 1.000 is rejected",
    ].merging(RowShape.hints) { own, _ in own }

    /// The CSV file.
    public var file: File

    /// The list of the lines that name none.
    public var list: String?

    /// The first day of the lines that name none; nil means today in the shop's time zone.
    public var from: Day?

    /// The decimal sign; nil rejects a price that can be read in two ways, such as `1.000`.
    public var decimal: DecimalSign?

    /// The encoding of a file without a byte order mark, such as `windows-1251`; nil goes by the bytes.
    public var encoding: String?

    /// The sign between the fields; nil detects it from the header.
    public var separator: FieldSeparator?

    /// The field of each column, in the order of the file; `-` for a column that is ignored. Nil finds the
    /// columns by their names.
    public var mapping: [String]?

    /// Creates the import of a stored file.
    public init(
        file: File, list: String? = nil, from: Day? = nil, decimal: DecimalSign? = nil,
        encoding: String? = nil, separator: FieldSeparator? = nil, mapping: [String]? = nil
    ) {
        self.file = file
        self.list = list
        self.from = from
        self.decimal = decimal
        self.encoding = encoding
        self.separator = separator
        self.mapping = mapping
    }

    /// Imports the file, and reports the number of bytes read.
    public func run(in model: Model) async throws -> RowReport {
        try await RowImport(
            model: model, file: file, shape: Self.shape, rules: try await rules(in: model), encoding: encoding
        ).run()
    }
}

extension ImportPrices: PreviewedRows {
    static let shape = RowShape(
        kind: "price",
        ImportSubject(function: name, things: "prices", lines: "a line for each price"),
        [
            RowColumn(
                "product", "product", "product code", "product id", "product no", "product number",
                "stock code", "item code", "sku"),
            RowColumn("list", "list", "price list"),
            RowColumn("from", "from", "valid from", "from day", use: .day),
            RowColumn("unitPrice", "unit price", "price", use: .number),
        ])

    /// Returns the rules, with the list and the day of the lines that name none.
    func rules(in model: Model) async throws -> RowRules {
        var rules = RowRules(choices)
        rules.given["from"] = try await model.database.first(
            "select coalesce(\(from?.description)::date, sales.shop_day(\(model.now)))::text", as: String.self
        )
        rules.given["list"] = try PlainText.said(list, as: "list")
        return rules
    }

    package var choices: ImportChoices {
        get {
            var choices = ImportChoices()
            (choices.encoding, choices.separator, choices.mapping) = (encoding, separator, mapping)
            choices.decimal = decimal
            return choices
        }
        set {
            (encoding, separator, mapping) = (newValue.encoding, newValue.separator, newValue.mapping)
            decimal = newValue.decimal
        }
    }
}
