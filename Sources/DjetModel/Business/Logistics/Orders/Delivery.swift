public import Foundation

/// The lines of an order, with how far each is delivered.
public struct Delivery: Codable, Sendable, Equatable {
    /// A line of the order.
    public struct Line: Codable, Sendable, Equatable {
        /// The line's number in the order.
        public let number: Int

        /// The product's code.
        public let product: String

        /// The product's description on the order, or else its name.
        public let description: String

        /// The quantity that was ordered.
        public let ordered: Decimal

        /// The quantity that was shipped.
        public let shipped: Decimal

        /// The part of it that came back.
        public let returned: Decimal

        /// The quantity that is reserved.
        public let reserved: Decimal

        /// The warehouse where it is reserved; nil if none is.
        public let reservedAt: String?

        /// True if the product is stocked; others are shipped without stock.
        public let isStocked: Bool

        /// The quantity that could not be shipped even if the line got all that nobody has reserved.
        public let missing: Decimal
    }

    /// The order's id.
    public let order: Order.ID

    /// The first 1,000 lines with a positive quantity, or the first 1,000 behind the line that was asked for.
    public let lines: [Line]

    /// The number of the last of these lines if more follow; nil otherwise.
    public let next: Int?

    /// The most lines that are read at once: one more than are shown.
    static let most = 1_001

    /// Creates the delivery of an order from the first ``most`` lines.
    init(order: Order.ID, lines: [Line]) {
        self.order = order
        self.lines = Array(lines.prefix(Self.most - 1))
        self.next = lines.count == Self.most ? self.lines.last?.number : nil
    }
}
