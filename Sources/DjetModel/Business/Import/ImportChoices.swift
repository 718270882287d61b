/// The choices by which an import reads a file. What is nil is found in the file.
public struct ImportChoices: Codable, Sendable, Equatable {
    /// The encoding of a file without a byte order mark.
    public var encoding: String?
    /// The sign between the fields.
    public var separator: FieldSeparator?
    /// The decimal sign.
    public var decimal: DecimalSign?
    /// The order of the parts of a date.
    public var dates: DateOrder?
    /// The field of each column, in the order of the file; `-` for a column that is ignored.
    public var mapping: [String]?

    /// Creates choices that leave everything to the file.
    public init() {}

    /// Returns these choices, with those of `saved` where there are none.
    func filled(from saved: ImportChoices) -> ImportChoices {
        var filled = self
        filled.encoding = encoding ?? saved.encoding
        filled.separator = separator ?? saved.separator
        filled.decimal = decimal ?? saved.decimal
        filled.dates = dates ?? saved.dates
        filled.mapping = mapping ?? saved.mapping
        return filled
    }
}
