import DjetStore
public import Foundation

/// Adds up the invoices and the credit notes of the last months, net of tax.
public struct MonthTotals: ModelFunction {
    /// The name `accounting.month-totals`.
    public static let name = "accounting.month-totals"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The sums of a month.
    public struct Month: Codable, Sendable, Equatable {
        /// The first day.
        public let month: Day

        /// The sum of the invoices.
        public let invoiced: Decimal

        /// The sum of the credit notes, positive.
        public let credited: Decimal

        /// The first less the second.
        public let net: Decimal

        /// The number of invoices and credit notes.
        public let invoiceCount: Int
    }

    /// The number of months, from 1 to 120; nil means 12.
    public var months: Int?

    /// Creates the sums of the last 12 months, or of as many as are said.
    public init(months: Int? = nil) {
        self.months = months
    }

    /// Returns the months, earliest first; the last one is that of today in the shop's time zone. Throws
    /// `ModelError.invalid` for a number of months out of range.
    public func run(in model: Model) async throws -> [Month] {
        let months = months ?? 12
        guard (1...120).contains(months) else {
            throw ModelError.invalid("months must be from 1 to 120 (got \(months))")
        }
        return try await model.database.rows(
            "select * from accounting.month_totals(sales.shop_day(\(model.now)), \(months)::integer)",
            as: Month.self)
    }
}
