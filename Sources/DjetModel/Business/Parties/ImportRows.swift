/// The rows of a kind of CSV file: what tells one import of rows from the others.
public protocol ImportedRows: Sendable {
    /// The name of the function that imports them.
    static var function: String { get }
    /// The columns of its files.
    static var shape: RowShape { get }
}

/// Imports a CSV file of rows, each of which stands for itself: customers, suppliers, products or tax rates.
///
/// Columns are found by their names in any order. A line that breaks a rule is rejected alone.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read. It names the file and the line, and
///   nothing has been booked.
public struct ImportRows<Rows: ImportedRows>: ModelFunction {
    /// The name, such as `sales.import-products`.
    public static var name: String { Rows.function }

    /// The hints of its form.
    public static var hints: [String: String] { RowShape.hints }

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

extension ImportRows: PreviewedRows {
    static var shape: RowShape { Rows.shape }

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
