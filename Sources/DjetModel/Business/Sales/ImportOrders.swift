import Foundation

/// Imports a CSV file of orders: each order whole or not at all.
///
/// Columns are found by their names in any order; `OrderColumn` knows the spellings. Delimiter, encoding
/// and the style of numbers are detected; where that fails, an argument decides. The file may have any size;
/// the memory used does not grow with it.
///
/// A line that breaks a rule (`OrderLineRules`) rejects all lines of its order, wherever they stand. So do
/// two customers, countries, days or currencies; and so do a negative total, or quantities all negative, if
/// the order's number does not begin with the mark of returns. The report's file of rejects lists these lines
/// with their reasons, and can be imported as it is when it has been corrected.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read as orders, ``ModelError/conflict(_:)`` if
///   an order of the file exists already. Both name the file and the line, and nothing has been booked. In
///   steps, an order that was booked elsewhere meanwhile may be found after others of the file have been
///   booked.
public struct ImportOrders: ModelFunction {
    /// The name `sales.import-orders`.
    public static let name = "sales.import-orders"
    /// Runs in steps: one, or several for each part of the file.
    public static let commit = Commit.stepwise

    /// The CSV file.
    public var file: File
    /// True to book each part of the file, about a megabyte, in a transaction of its own. A crash then costs
    /// one part at most, and other work is not held up.
    public var inSteps: Bool?
    /// The encoding of a file without a byte order mark, such as `windows-1251`. Nil means the sender's word,
    /// or else the look of the bytes: UTF-8 or Windows-1252.
    public var encoding: String?
    /// The order of the parts of a date; nil accepts only `2010-12-01`.
    public var dates: DateOrder?
    /// The decimal sign; nil detects it from the numbers, and rejects those that stay undecided (`1.000`).
    public var decimal: DecimalSign?
    /// The beginning of a return's number; nil means `C`. It does not suffice: the total of a return, or all
    /// of its quantities, must be negative.
    public var returnMark: String?
    /// The file's names of the columns that cannot be found by themselves.
    public var columns: ImportColumns?
    /// The sign between the fields; nil detects it from the header.
    public var separator: FieldSeparator?
    /// The field of each column, in the order of the file; `-` for a column that is ignored. Nil finds the
    /// columns by their names. In a file of rejects, the mapping begins behind `line` and `reason`.
    public var mapping: [String]?

    /// Creates the import of a stored file.
    public init(
        file: File, inSteps: Bool? = nil, encoding: String? = nil, dates: DateOrder? = nil,
        decimal: DecimalSign? = nil, returnMark: String? = nil, columns: ImportColumns? = nil,
        separator: FieldSeparator? = nil, mapping: [String]? = nil
    ) {
        self.file = file
        self.inSteps = inSteps
        self.encoding = encoding
        self.dates = dates
        self.decimal = decimal
        self.returnMark = returnMark
        self.columns = columns
        self.separator = separator
        self.mapping = mapping
    }

    /// Reads the file three times: for its encoding, for its orders, then for their lines. Reports the number
    /// of bytes read.
    public func run(in model: Model) async throws -> ImportReport {
        let key = model.job?.key ?? "call \(UUID())"
        do {
            guard inSteps == true else {
                return try await model.step("all") { model in
                    try await ImportRun(
                        model: model, file: file, terms: try terms, key: key, encoding: encoding
                    )
                    .atOnce()
                }
            }
            return try await ImportRun(
                model: model, file: file, terms: try terms, key: key, encoding: encoding
            )
            .inSteps()
        } catch let error as ImportError {
            throw ModelError.invalid(error.description)
        }
    }

    var terms: ImportTerms {
        get throws {
            if columns != nil, mapping != nil {
                throw ModelError.invalid("columns and mapping both name the columns; leave one of them out")
            }
            var terms = ImportTerms()
            (terms.separator, terms.mapping) = (separator, mapping)
            terms.decimal = decimal
            terms.dates = dates
            terms.columns = columns ?? ImportColumns()
            if let mark = try PlainText.said(returnMark, as: "returnMark") {
                guard mark.unicodeScalars.count <= 64 else {
                    throw ModelError.invalid("returnMark has more than 64 characters")
                }
                terms.returnMark = mark
            }
            return terms
        }
    }
}
