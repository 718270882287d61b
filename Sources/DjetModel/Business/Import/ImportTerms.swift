/// The user's statements about a file of orders, where it does not tell by itself.
package struct ImportTerms: Sendable {
    /// The decimal sign; nil detects it from the file's numbers.
    package var decimal: DecimalSign?

    /// The order of the parts of a date; nil accepts only `2010-12-01`.
    package var dates: DateOrder?

    /// The sign between the fields; nil detects it from the header.
    package var separator: FieldSeparator?

    /// The field of each column; nil finds the columns by their names.
    package var mapping: [String]?

    /// The file's names of its columns.
    package var columns = ImportColumns()

    /// The beginning of a return's number.
    package var returnMark = "C"

    package init() {}
}
