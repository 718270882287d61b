public import Foundation

/// An account in a report, with the sign that readers of the report expect: positive as a rule.
public struct ReportRow: Codable, Sendable, Equatable {
    /// The account's code; nil for the result, which is on no account.
    public let account: String?

    /// The account's name.
    public let name: String

    /// The account's kind.
    public let kind: LedgerAccount.Kind

    /// The amount: of income, liabilities and equity what is credit, of the others what is debit.
    public let amount: Decimal
}

extension [ReportRow] {
    /// Returns the sum of the rows of a kind.
    func sum(of kind: LedgerAccount.Kind) -> Decimal {
        reduce(0) { $1.kind == kind ? $0 + $1.amount : $0 }
    }
}
