public import Foundation

/// A product that is sold.
public struct Product: Codable, Sendable, Equatable {
    /// The kind of tax on a product: which rate it is decides the country and the day.
    public enum TaxClass: String, Codable, Sendable, CaseIterable {
        /// Taxed at the rate of this name.
        case standard, reduced, zero
        /// Not taxed.
        case exempt, none
    }

    /// The code, as people and files spell it.
    public let code: String

    /// The name; the code while nobody has said one.
    public let name: String

    /// The unit of quantities and prices, by UN/ECE Recommendation 20: `H87` is a piece. Nil if nobody said.
    public let unit: String?

    /// The kind of tax; nil if nobody said.
    public let taxClass: TaxClass?

    /// True if the shop keeps it on hand.
    public let isStocked: Bool

    /// False if it is no longer sold.
    public let isActive: Bool

    /// The code of the supplier.
    public let supplier: String?

    /// The group of goods.
    public let category: String?

    /// The moment when the product was first seen.
    public let createdAt: Date
}
