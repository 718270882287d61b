import DjetStore

/// Finds one customer. See ``FindParty``.
public typealias FindCustomer = FindParty<CustomerRole>

/// Finds one supplier. See ``FindParty``.
public typealias FindSupplier = FindParty<SupplierRole>

/// Finds one customer or supplier by its code.
public struct FindParty<Role: PartyRole>: ModelFunction {
    /// The name `sales.find-customer` or `sales.find-supplier`.
    public static var name: String { "sales.find-\(Role.word)" }
    /// Runs without a transaction, since it only reads.
    public static var commit: Commit { .detached }

    /// The code.
    public var code: String

    /// Creates the search for a party.
    public init(code: String) {
        self.code = code
    }

    /// Returns the party. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> Party {
        let code = try PlainText.argument(code, as: "code")
        return try await model.database.first(
            "select * from sales.\(identifier: "whole_\(Role.word)") where code = \(code)", as: Party.self,
            orThrow: .notFound("there is no \(Role.word) \(code)"))
    }
}
