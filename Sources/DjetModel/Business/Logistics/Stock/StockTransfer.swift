public import Foundation

/// One event in which goods moved from place to place. It never changes.
public struct StockTransfer: Codable, Sendable, Equatable {
    /// The kind of an event.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Goods came from a supplier.
        case receive
        /// Goods went to a customer.
        case ship
        /// A customer sent goods back.
        case `return`
        /// Somebody counted.
        case count
        /// Goods went from one warehouse to another.
        case relocate
        /// Somebody corrected a mistake by hand.
        case correction
    }

    /// The goods of one product that went from one place to another.
    public struct Move: Codable, Sendable, Equatable {
        /// The product's code.
        public let product: String

        /// The quantity, above 0.
        public let quantity: Decimal

        /// The code of the place where they lay.
        public let from: String

        /// The code of the place where they went.
        public let to: String

        /// The number of the order's line; nil if no order has part.
        public let orderLine: Int?
    }

    /// The key of the event.
    public let id: Int

    /// The kind.
    public let kind: Kind

    /// The moment in which the goods moved.
    public let happenedAt: Date

    /// The text by which people find it; nil if there is none.
    public let reference: String?

    /// The number of the order; nil if none has part.
    public let orderNumber: String?

    /// The first 1,000 moves.
    public let lines: [Move]

    /// The number of the return by which its goods came back; nil if none was said.
    public let returnNumber: String?
}
