import DjetStore

/// Finds the firm that issues the invoices.
public struct FindSeller: ModelFunction {
    /// The name `accounting.find-seller`.
    public static let name = "accounting.find-seller"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// Creates the search for the firm.
    public init() {}

    /// Returns the firm. Throws `ModelError.notFound` while nobody has said who it is.
    public func run(in model: Model) async throws -> Seller {
        guard let seller = try await model.seller() else {
            throw ModelError.notFound("nobody has set the seller: accounting.set-seller does")
        }
        return seller
    }
}

extension Model {
    /// Returns the firm that issues the invoices; nil while nobody has said who it is.
    package func seller() async throws -> Seller? {
        try await database.first("select * from accounting.whole_seller", as: Seller.self)
    }
}

/// The firm that issues the invoices.
public struct Seller: Codable, Sendable, Equatable {
    /// The name.
    public let name: String

    /// The VAT id with its prefix; nil for a firm that is not registered, and charges no tax.
    public let vatId: String?

    /// The address, whose country is the one whose tax the firm charges.
    public let address: Address

    /// The number in the register of firms.
    public let registration: String?

    /// The address for e-mail.
    public let email: String?

    /// The account to which customers pay.
    public let iban: String?
}
