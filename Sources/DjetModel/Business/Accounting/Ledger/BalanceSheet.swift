import DjetStore
public import Foundation

/// Lists the assets, the liabilities and the equity at the end of a day. The result to date is a part of the
/// equity.
public struct BalanceSheet: ModelFunction {
    /// The name `accounting.balance-sheet`.
    public static let name = "accounting.balance-sheet"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The accounts, and the sums: the assets are the liabilities and the equity.
    public struct Output: Codable, Sendable, Equatable {
        /// The accounts that have a balance: assets, liabilities, equity.
        public let accounts: [ReportRow]

        /// The sum of the assets.
        public let assets: Decimal

        /// The sum of the liabilities.
        public let liabilities: Decimal

        /// The sum of the equity, the result to date included.
        public let equity: Decimal
    }

    /// The day; nil means that of the last entry.
    public var on: Day?

    /// Creates the balance sheet of a day.
    public init(on: Day? = nil) {
        self.on = on
    }

    /// Reads the accounts and adds them up.
    public func run(in model: Model) async throws -> Output {
        let rows = try await model.database.rows(
            "select * from accounting.balance_sheet(\(on?.description)::date)", as: ReportRow.self)
        return Output(
            accounts: rows, assets: rows.sum(of: .asset), liabilities: rows.sum(of: .liability),
            equity: rows.sum(of: .equity))
    }
}
