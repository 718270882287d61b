/// Reads a whole file by all rules of its import, and books nothing. It takes the arguments of the import,
/// and returns what would come of it.
///
/// - Throws: ``ModelError/invalid(_:)`` if the file cannot be read, as the import does.
package struct CheckImport<Import: PreviewedImport>: ModelFunction {
    /// The name, such as `sales.check-orders` for `sales.import-orders`.
    package static var name: String { Import.name.replacing(".import-", with: ".check-") }

    /// The hints of the import.
    package static var hints: [String: String] { Import.hints }

    /// The import.
    package var function: Import

    package init(_ function: Import) {
        self.function = function
    }

    package init(from decoder: any Decoder) throws {
        function = try Import(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        try function.encode(to: encoder)
    }

    /// Reads the file, and reports the number of bytes read.
    package func run(in model: Model) async throws -> CheckReport {
        do {
            let source = try await OrderFile(
                function.file, encoding: function.choices.encoding, of: Import.subject, in: model)
            let check = try await function.check(.whole(function.file), source, in: model)
            guard let report = CheckReport(check, source.encoding) else {
                throw ModelError.unavailable("the check of \(function.file.name) has no file of rejects")
            }
            return report
        } catch let error as ImportError {
            throw ModelError.invalid(error.description)
        }
    }
}

/// The result of a check of a whole file.
package struct CheckReport: Codable, Sendable {
    /// The number of lines in the file, without the header and blank lines.
    package let lines: Int

    /// The number of lines that would be booked, unless there is a conflict.
    package let accepted: Int

    /// The number of lines that would be rejected; each is in ``rejects``.
    package let rejected: Int

    /// The reason why nothing of the file would be booked; nil if there is none.
    package let conflict: String?

    /// The orders that would be booked; nil for a file of something else.
    package let orders: ImportCheck.Orders?

    /// A CSV file of the lines that would be rejected: line number, reason, then the fields as they stand in
    /// the file. It can be imported when it has been corrected.
    package let rejects: File

    /// The encoding that the file was read in.
    package let encoding: String

    /// Returns nil if the check stored no rejects.
    init?(_ check: ImportCheck, _ encoding: TextEncoding) {
        guard let file = check.file else { return nil }
        (lines, rejected, accepted) = (check.lines, check.rejected, check.lines - check.rejected)
        (conflict, orders, rejects, self.encoding) = (check.conflict, check.orders, file, encoding.name)
    }
}

extension CheckReport: OutcomeReport {
    /// Nil: a check that finds faults has done its work.
    package var failure: String? { nil }

    /// The file of rejects, if nothing would be rejected.
    package var emptyFiles: [File] { rejected > 0 ? [] : [rejects] }
}
