import DjetStore

/// Gives a role, such as `receivables`, to another account. What is booked stays where it is.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown role, ``ModelError/conflict(_:)`` for an account that
///   is not an active one of the role's kind.
public struct SetLedgerRole: ModelFunction {
    /// The name `accounting.set-role`.
    public static let name = "accounting.set-role"

    /// The role; ``ListAccounts`` names those that there are.
    public var role: String

    /// The account's code.
    public var account: String

    /// Creates the change of a role.
    public init(role: String, account: String) {
        self.role = role
        self.account = account
    }

    /// Sets the role, and returns the account's code.
    public func run(in model: Model) async throws -> String {
        try await model.database.first(
            "select accounting.set_role(\(role), \(account))", as: String.self,
            orThrow: .unavailable("the role was set but not returned"))
    }
}
