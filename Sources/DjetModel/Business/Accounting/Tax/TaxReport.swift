import DjetStore
public import Foundation

/// Adds up the invoices and credit notes of a period by category and rate of tax.
public struct TaxReport: ModelFunction {
    /// The name `accounting.tax-report`.
    public static let name = "accounting.tax-report"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The categories and rates, and the sums over all.
    public struct Output: Codable, Sendable, Equatable {
        /// The categories and rates that occur: first what is taxed, by falling rates.
        public let taxes: [Row]

        /// The sum of the net amounts.
        public let net: Decimal

        /// The sum of the taxes: what the invoices of the period have posted as tax payable.
        public let tax: Decimal
    }

    /// The sums of a category and rate. Credit notes are taken off.
    public struct Row: Codable, Sendable, Equatable {
        /// The category.
        public let category: TaxCategory

        /// The name of the category.
        public let name: String

        /// The rate as a share, such as 0.19; nil outside of tax.
        public let rate: Decimal?

        /// The number of invoices and credit notes.
        public let invoiceCount: Int

        /// The sum of the amounts without tax.
        public let net: Decimal

        /// The sum of the taxes.
        public let tax: Decimal
    }

    /// The first day that an invoice bears; nil means from the beginning.
    public var from: Day?

    /// The last day; nil means to the end.
    public var to: Day?

    /// Creates the report of a period.
    public init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    /// Reads the sums and adds them up. Throws `ModelError.invalid` for a period that ends before it begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let rows = try await model.database.rows(
            "select * from accounting.tax_report(\(from?.description)::date, \(to?.description)::date)",
            as: Row.self
        )
        return Output(
            taxes: rows, net: rows.reduce(0) { $0 + $1.net }, tax: rows.reduce(0) { $0 + $1.tax })
    }
}
