import DjetStore

/// Creates or changes a customer. See ``SetParty``.
public typealias SetCustomer = SetParty<CustomerRole>

/// Creates or changes a supplier. See ``SetParty``.
public typealias SetSupplier = SetParty<SupplierRole>

/// Creates or changes a customer or a supplier. What is nil stays as it is; ``clear`` empties.
///
/// - Throws: ``ModelError/invalid(_:)``, whose text begins with the name of the field, for a VAT id whose
///   check digit is wrong, a country or currency that does not exist, a text that is too long, ….
public struct SetParty<Role: PartyRole>: ModelFunction {
    /// The name `sales.set-customer` or `sales.set-supplier`.
    public static var name: String { "sales.set-\(Role.word)" }

    /// The hints of its form.
    public static var hints: [String: String] {
        [
            "language": "Such as da or pt-BR", "vatId": "With the country's letters, such as DK13585628",
            "paymentDays": "Days after the invoice in which it is paid", "currency": "Such as EUR",
            "country": "As files spell it; the country code decides",
            "countryCode": "Such as DK", "clear": "The fields to empty",
        ]
    }

    /// A field that can be emptied.
    public enum Field: String, Codable, Sendable, CaseIterable {
        /// The field of this name.
        case name, language, email, vatId, paymentDays, currency, country, countryCode, invoiceAddress
        /// The field of this name.
        case deliveryAddress
    }

    /// The number or code, at most 64 characters.
    public var code: String

    /// The name of the person or firm, at most 200 characters.
    public var name: String?

    /// The language to write in, such as `da` or `pt-BR`.
    public var language: String?

    /// The address for e-mail.
    public var email: String?

    /// The VAT id with its prefix; blanks, points and hyphens do not count.
    public var vatId: String?

    /// The days after an invoice's day in which it is to be paid, from 0 to 366.
    public var paymentDays: Int?

    /// The currency by ISO 4217.
    public var currency: String?

    /// The country as files spell it.
    public var country: String?

    /// The country by ISO 3166-1.
    public var countryCode: String?

    /// The address for invoices and letters, which replaces the present one as a whole.
    public var invoiceAddress: Address?

    /// The address for goods, which replaces the present one as a whole.
    public var deliveryAddress: Address?

    /// The fields to empty.
    public var clear: [Field]?

    /// Creates a setting that changes nothing but what is said later.
    public init(code: String) {
        self.code = code
    }

    /// Sets the party and returns it.
    public func run(in model: Model) async throws -> Party {
        let fields = try SaidFields.text(of: self)
        return try await model.database.first(
            "select * from sales.\(identifier: "set_\(Role.word)")(\(fields)::jsonb)", as: Party.self,
            orThrow: .unavailable("the \(Role.word) was set but not returned"))
    }
}
