/// An account of the ledger.
public struct LedgerAccount: Codable, Sendable, Equatable {
    /// The kind of an account, by which the reports sort it.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Something that the firm has, or has to get.
        case asset
        /// Something that it owes.
        case liability
        /// The owners' share.
        case equity
        /// Something that it earns.
        case income
        /// Something that it spends.
        case expense
    }

    /// The number, as people spell it. It never changes.
    public let code: String

    /// The name.
    public let name: String

    /// The kind. It never changes.
    public let kind: Kind

    /// False if nothing may be posted to it any more.
    public let isActive: Bool

    /// The roles that it plays in what the business books by itself, such as `receivables`.
    public let roles: [String]
}
