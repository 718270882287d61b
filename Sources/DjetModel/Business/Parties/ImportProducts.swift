/// Imports a CSV file of products: each line creates or changes one.
///
/// Columns are found by their names in any order: code, name, unit, tax class, stocked, active or
/// discontinued, supplier, category. Only the code is needed. An empty field changes nothing. A line that
/// breaks a rule is rejected alone.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read. It names the file and the line, and
///   nothing has been booked.
public struct ImportProducts: ModelFunction {
    /// The name `sales.import-products`.
    public static let name = "sales.import-products"

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
