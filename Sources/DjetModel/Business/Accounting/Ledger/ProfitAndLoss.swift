import DjetStore
public import Foundation

/// Lists the income and the expense of a period, account by account, and the result.
public struct ProfitAndLoss: ModelFunction {
    /// The name `accounting.profit-and-loss`.
    public static let name = "accounting.profit-and-loss"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The accounts, and the sums.
    public struct Output: Codable, Sendable, Equatable {
        /// The accounts that changed in the period: first income, then expense.
        public let accounts: [ReportRow]

        /// The sum of the income.
        public let income: Decimal

        /// The sum of the expense.
        public let expense: Decimal

        /// Income less expense.
        public let result: Decimal
    }

    /// The first day; nil means from the beginning.
    public var from: Day?

    /// The last day; nil means to the end.
    public var to: Day?

    /// Creates the profit and loss of a period.
    public init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    /// Reads the accounts and adds them up. Throws `ModelError.invalid` for a period that ends before it
    /// begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let rows = try await model.database.rows(
            """
            select *
            from accounting.profit_and_loss(\(from?.description)::date, \(to?.description)::date)
            """,
            as: ReportRow.self
        )
        let (income, expense) = (rows.sum(of: .income), rows.sum(of: .expense))
        return Output(accounts: rows, income: income, expense: expense, result: income - expense)
    }
}
