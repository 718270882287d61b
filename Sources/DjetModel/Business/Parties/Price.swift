public import Foundation

/// The price of one of a product in a list, from a day until the product's next price in that list.
public struct Price: Codable, Sendable, Equatable {
    /// The code of the list.
    public let list: String

    /// The code of the product.
    public let product: String

    /// The first day on which it holds.
    public let fromDay: Day

    /// The price of one.
    public let unitPrice: Decimal

    /// The currency of its list.
    public let currency: String
}
