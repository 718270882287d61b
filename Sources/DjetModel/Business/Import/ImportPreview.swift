/// The beginning of a file as its import would read it.
package struct ImportPreview: Codable, Sendable {
    /// A column of the file.
    package struct Column: Codable, Sendable {
        /// The name in the header.
        package let name: String
        /// The field that it is; `-` if it is ignored.
        package let field: String
        /// The reason why it cannot be that field; nil if it can.
        package let fault: String?
    }

    /// The file.
    package let file: File

    /// The choices with which the file was read. They always say the mapping.
    package let choices: ImportChoices

    /// The name of the saved mapping that was found by the header; nil if there is none, or if the mapping
    /// was given.
    package let mappingName: String?

    /// The names by which a saved mapping is found again, for `sales.save-import-mapping`.
    package let header: [String]

    /// The encoding that the file was read in.
    package let encoding: String

    /// The sign between the fields: the name of ``FieldSeparator``, or another sign that the file names.
    package let separator: String

    /// The fields that there are.
    package let fields: [ImportField]

    /// The columns, up to 200; those behind them are ignored.
    package let columns: [Column]

    /// The number of columns of the file.
    package let columnCount: Int

    /// The first lines, up to 20, cut where they are long.
    package let rows: [[String]]

    /// The reasons why the columns do not fit that belong to no single one.
    package let faults: [String]

    /// The result of reading the lines; nil as long as the columns do not fit, and if only they
    /// were to be looked at.
    package let check: ImportCheck?

    /// True if the whole file was looked at, and not only its beginning.
    package let isWhole: Bool

    /// The number of bytes that were looked at.
    package let size: Int

    /// True if the file can be imported with these choices.
    package var fits: Bool { faults.isEmpty && columns.allSatisfy { $0.fault == nil } }
}
