import DjetStore

/// Sets the firm that issues the invoices: with a VAT id, its invoices bear tax from now on. What is nil
/// stays as it is; ``clear`` empties. What is invoiced stays as it is.
///
/// - Throws: ``ModelError/invalid(_:)``, whose text begins with the name of the field, for a VAT id that is
///   wrong or of another country, a name or an address that is missing, a text that is too long, ….
public struct SetSeller: ModelFunction {
    /// The name `accounting.set-seller`.
    public static let name = "accounting.set-seller"

    /// The hints of its form.
    public static let hints = [
        "vatId": "With the country's letters, such as DK13585628; none if the firm charges no tax",
        "registration": "The number in the register of firms",
        "email": "On invoices, and the address of electronic ones", "clear": "The fields to empty",
    ]

    /// A field that can be emptied.
    public enum Field: String, Codable, Sendable, CaseIterable {
        /// The field of this name.
        case vatId, registration, email, iban
    }

    /// The name of the firm, at most 200 characters.
    public var name: String?

    /// The VAT id with its prefix; blanks, points and hyphens do not count.
    public var vatId: String?

    /// The number in the register of firms, at most 64 characters.
    public var registration: String?

    /// The address for e-mail, which electronic invoices bear as well.
    public var email: String?

    /// The account to which customers pay; blanks do not count.
    public var iban: String?

    /// The address with its country, which replaces the present one as a whole.
    public var address: Address?

    /// The fields to empty.
    public var clear: [Field]?

    /// Creates the setting of a firm.
    public init(
        name: String? = nil, vatId: String? = nil, registration: String? = nil, email: String? = nil,
        iban: String? = nil, address: Address? = nil, clear: [Field]? = nil
    ) {
        self.name = name
        self.vatId = vatId
        self.registration = registration
        self.email = email
        self.iban = iban
        self.address = address
        self.clear = clear
    }

    /// Sets the firm and returns it.
    public func run(in model: Model) async throws -> Seller {
        let fields = try SaidFields.text(of: self, prose: ["name"])
        return try await model.database.first(
            "select * from accounting.set_seller(\(fields)::jsonb)", as: Seller.self,
            orThrow: .unavailable("the seller was set but not returned"))
    }
}
