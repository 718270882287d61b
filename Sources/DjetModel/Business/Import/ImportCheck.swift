import DjetStore
package import Foundation

/// The result of a reading by all rules that has booked nothing.
package struct ImportCheck: Codable, Sendable {
    /// A line that would be rejected.
    package struct Reject: Codable, Sendable {
        /// The line's number in the file.
        package let line: Int
        /// The reason.
        package let reason: String
    }

    /// The orders that would be booked.
    package struct Orders: Codable, Sendable, Equatable {
        /// The number of orders, without returns.
        package let orders: Int
        /// The number of returns.
        package let returns: Int
        /// The sum of the totals of both in the shop's own currency.
        package let netTotal: Decimal
    }

    /// The most rejects that are shown.
    private static let shown = 20

    /// The number of lines read, without the header and blank lines.
    package let lines: Int

    /// The number of lines that would be rejected.
    package private(set) var rejected = 0

    /// The first of the rejects.
    package private(set) var rejects: [Reject] = []

    /// The decimal sign by which the numbers were read; nil if nothing tells it.
    package var decimal: DecimalSign?

    /// The reason why nothing of the file would be booked; nil if there is none.
    package var conflict: String?

    /// The orders that would be booked; nil for a file of something else.
    package private(set) var orders: Orders?

    /// The file of all rejects; nil if only the beginning of a file was read.
    package var file: File?

    init(lines: Int) {
        self.lines = lines
    }

    /// A new name for the notes of a check.
    static var key: String { "preview \(UUID())" }

    /// Takes the number of orders that are noted and not refused.
    mutating func takeOrders(from tables: ImportTables) async throws {
        orders = try await tables.model.database.first(
            "select orders, returns, net_total from sales.import_finish(\(tables.key))", as: Orders.self)
    }

    /// Takes the number of rejects that are noted, and the first of them.
    mutating func takeRejects(from tables: ImportTables) async throws {
        let database = tables.model.database
        rejected =
            try await database.first(
                "select count(*) from sales.import_reject where import = \(tables.key)", as: Int.self) ?? 0
        rejects = try await database.rows(
            "select line, reason from sales.import_rejects(\(tables.key), 0, \(Self.shown)::integer)",
            as: Reject.self)
    }
}

extension ImportTables {
    /// Adds a line that breaks a rule to rows of `sales.import_reject`.
    func add(_ reason: String, of line: Int, _ text: [UInt8], to rows: inout CopyText) {
        rows.text(Array(key.utf8).span)
        rows.number(line)
        rows.text(Array(reason.utf8).span)
        rows.text(text.span)
        rows.endRow()
    }

    /// Notes rejected lines.
    func note(rejects: CopyText) async throws {
        try await copy(rejects, "copy sales.import_reject (import, line, reason, text) from stdin")
    }
}
