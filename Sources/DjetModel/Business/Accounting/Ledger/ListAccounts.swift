import DjetStore

/// Lists the accounts of the ledger by their codes, with the roles that they play.
public struct ListAccounts: ModelFunction {
    /// The name `accounting.list-accounts`.
    public static let name = "accounting.list-accounts"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// Creates the list.
    public init() {}

    /// Returns all accounts, inactive ones too.
    public func run(in model: Model) async throws -> [LedgerAccount] {
        try await model.database.rows(
            """
            select a.code, a.name, a.kind, a.is_active,
              array(
                select r.role
                from accounting.ledger_role r
                where r.account = a.code
                order by r.role
              ) as roles
            from accounting.ledger_account a
            order by a.code
            """,
            as: LedgerAccount.self
        )
    }
}
