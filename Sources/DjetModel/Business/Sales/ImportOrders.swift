import Foundation

/// Imports a CSV file of orders: each order whole or not at all.
///
/// Columns are found by their names in any order (``OrderColumn`` knows the spellings), the delimiter, the encoding and
/// the way numbers are written by looking; where that cannot tell, an argument does. The file may have any size; the
/// memory used does not grow with it. A line that breaks a rule (``OrderLineRules``) rejects all lines of its order,
/// wherever they stand; so do two customers, countries or days, and a negative total, or quantities all negative, of
/// an order whose number does not begin with the mark of returns. All of them are in the report's file of rejects, each
/// with its reason. When that has been corrected, it can be imported as it is.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read as orders, ``ModelError/conflict(_:)`` if
///   an order of the file exists already; both name the file and the line, and nothing has been booked. In steps, only
///   an order that was booked elsewhere meanwhile can be found after others of the file have been.
public struct ImportOrders: ModelFunction {
    /// `sales.import-orders`.
    public static let name = "sales.import-orders"
    /// In steps: one, or several for each part of the file.
    public static let commit = Commit.stepwise

    /// The CSV file.
    public var file: File
    /// Whether each part of the file, about a megabyte, is booked for itself, so that nothing of it has to be
    /// done again after a crash, and other work is not held up meanwhile.
    public var inSteps: Bool?
    /// Its encoding, such as `windows-1251`, where it does not say it by a byte order mark; nil is what its sender said,
    /// or what its bytes look like: UTF-8 or Windows-1252.
    public var encoding: String?
    /// In which order its dates are written; nil takes only `2010-12-01`.
    public var dates: DateOrder?
    /// What stands before decimals; nil lets its numbers tell, and rejects what can mean both (`1.000`).
    public var decimal: DecimalSign?
    /// What the number of a return begins with; nil is `C`. What begins with it is no return for that: its total, or all
    /// of its quantities, must be negative.
    public var returnMark: String?
    /// What the file calls the columns that are not found by themselves.
    public var columns: ImportColumns?

    /// The import of a stored file.
    public init(
        file: File, inSteps: Bool? = nil, encoding: String? = nil, dates: DateOrder? = nil,
        decimal: DecimalSign? = nil, returnMark: String? = nil, columns: ImportColumns? = nil
    ) {
        self.file = file
        self.inSteps = inSteps
        self.encoding = encoding
        self.dates = dates
        self.decimal = decimal
        self.returnMark = returnMark
        self.columns = columns
    }

    /// Reads the file three times: for its encoding, for its orders, then for their lines. Says how many bytes it has
    /// read.
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

    private var terms: ImportTerms {
        get throws {
            var terms = ImportTerms()
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
