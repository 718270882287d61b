public import Foundation

/// A parcel in a list: everything but its lines.
public struct ParcelSummary: Codable, Sendable, Equatable {
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
}
