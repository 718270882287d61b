import DjetStore
public import Foundation

/// A customer or a supplier. What nobody has said is nil: an import of orders knows a code, and perhaps a
/// country.
public struct Party: Codable, Sendable, Equatable {
    /// The number or code, as people and files spell it.
    public let code: String

    /// The name of the person or firm.
    public let name: String?

    /// The language to write in, such as `da` or `pt-BR`.
    public let language: String?

    /// The address for e-mail.
    public let email: String?

    /// The VAT id with its prefix, without blanks and signs.
    public let vatId: String?

    /// The days after an invoice's day in which it is to be paid.
    public let paymentDays: Int?

    /// The currency by ISO 4217.
    public let currency: String?

    /// The country as a file or an order spells it.
    public let country: String?

    /// The country by ISO 3166-1: as it was said, or else by ``country`` where that is sure.
    public let countryCode: String?

    /// The address for invoices and letters.
    public let invoiceAddress: Address?

    /// The address for goods.
    public let deliveryAddress: Address?

    /// The moment when the party was first seen.
    public let createdAt: Date
}

extension Model {
    /// Returns the language in which to write to a customer; nil if nobody has said it, or for a walk-in.
    package func language(ofCustomer code: String?) async throws -> String? {
        guard let code else { return nil }
        let found = try await database.first(
            "select language from sales.customer where code = \(code)", as: Spoken.self)
        return found?.language
    }
}

/// A row with the language of a customer.
private struct Spoken: Decodable {
    let language: String?
}
