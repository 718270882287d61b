/// What somebody said of a file of orders, where it does not say it by itself.
package struct ImportTerms: Sendable {
    /// What stands before decimals; nil lets the file's numbers tell.
    package var decimal: DecimalSign?

    /// In which order its dates are written; nil takes only `2010-12-01`.
    package var dates: DateOrder?

    /// What it calls its columns.
    package var columns = ImportColumns()

    /// What the number of a return begins with.
    package var returnMark = "C"

    package init() {}
}
