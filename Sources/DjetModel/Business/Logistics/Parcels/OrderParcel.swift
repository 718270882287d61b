public import Foundation

/// A parcel with its lines: the goods of an order that were shipped at once.
public struct OrderParcel: Codable, Sendable, Equatable {
    /// The goods of one line of the order.
    public struct Line: Codable, Sendable, Equatable {
        /// The line's number in the order.
        public let number: Int

        /// The product's code.
        public let product: String

        /// The product's description on the order, or else its name.
        public let description: String

        /// The quantity in the parcel.
        public let quantity: Decimal
    }

    /// The key that functions and addresses use; people use `code`.
    public let id: Int

    /// The code for people: `P1`, `P2`, …, perhaps with gaps.
    public let code: String

    /// The order's id.
    public let orderId: Order.ID

    /// The order's number.
    public let orderNumber: String

    /// The customer's code; nil for a walk-in.
    public let customer: String?

    /// The moment in which it was shipped.
    public let shippedAt: Date

    /// The day of that in the shop's time zone.
    public let shippedOn: Day

    /// The carrier; nil if nobody said.
    public let carrier: String?

    /// The carrier's number of the parcel; nil if nobody said.
    public let trackingNumber: String?

    /// The first 1,000 lines.
    public let lines: [Line]
}
