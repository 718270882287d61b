import DjetStore
public import Foundation

/// Adds up the whole ledger: all debits, all credits, and the receivables.
public struct LedgerTotals: ModelFunction {
    /// The name `accounting.ledger-totals`.
    public static let name = "accounting.ledger-totals"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The sums.
    public struct Output: Codable, Sendable, Equatable {
        /// The number of entries.
        public let entries: Int

        /// The sum of all debits.
        public let debit: Decimal

        /// The sum of all credits, which is equal.
        public let credit: Decimal

        /// The balance of the account of receivables.
        public let receivables: Decimal

        /// The sum of what is open, prepayments taken off.
        public let openItems: Decimal
    }

    /// Creates the sums of the ledger.
    public init() {}

    /// Reads the sums.
    public func run(in model: Model) async throws -> Output {
        try await model.database.first(
            "select * from accounting.ledger_totals()", as: Output.self,
            orThrow: .unavailable("the ledger's totals have no row"))
    }
}
