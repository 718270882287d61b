import DjetStore
public import Foundation

/// Lists each account with its balance before a period, its debits and credits in it, and its balance after.
public struct TrialBalance: ModelFunction {
    /// The name `accounting.trial-balance`.
    public static let name = "accounting.trial-balance"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The accounts, and the sums over all.
    public struct Output: Codable, Sendable, Equatable {
        /// All accounts, by their codes.
        public let accounts: [Row]

        /// The sum of all debits of the period.
        public let debit: Decimal

        /// The sum of all credits of the period, which is equal.
        public let credit: Decimal
    }

    /// An account. A positive balance is debit.
    public struct Row: Codable, Sendable, Equatable {
        /// The account's code.
        public let account: String
        /// The account's name.
        public let name: String
        /// The account's kind.
        public let kind: LedgerAccount.Kind
        /// The balance before the first day.
        public let opening: Decimal
        /// The sum of its debits.
        public let debit: Decimal
        /// The sum of its credits.
        public let credit: Decimal
        /// The balance after the last day.
        public let closing: Decimal
    }

    /// The first day; nil means from the beginning.
    public var from: Day?

    /// The last day; nil means to the end.
    public var to: Day?

    /// Creates the trial balance of a period.
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
            from accounting.trial_balance(\(from?.description)::date, \(to?.description)::date)
            """,
            as: Row.self
        )
        return Output(
            accounts: rows, debit: rows.reduce(0) { $0 + $1.debit }, credit: rows.reduce(0) { $0 + $1.credit }
        )
    }
}
