import DjetStore

/// Ships an order, or a part of it, in one parcel.
///
/// Goods reserved for the order go first; the rest comes from goods that nobody has reserved. A product that
/// is not stocked is shipped without stock.
///
/// - Throws: ``ModelError/invalid(_:)`` for an invalid line or text, ``ModelError/notFound(_:)`` for an
///   unknown order, line or warehouse, ``ModelError/conflict(_:)`` for more than is left to ship or than is
///   there, and if another parcel was shipped under the key.
public struct ShipOrder: ModelFunction {
    /// The name `logistics.ship-order`.
    public static let name = "logistics.ship-order"

    /// The order's id.
    public var order: Order.ID

    /// The lines to ship; nil means all that is left.
    public var lines: [LineQuantity]?

    /// The warehouse's code; nil means where the line has a reservation, or `main`.
    public var warehouse: String?

    /// True to ship as much as there is, and what is not stocked only along with goods; something must be
    /// there.
    public var partial: Bool?

    /// The carrier, at most 100 characters.
    public var carrier: String?

    /// The carrier's number of the parcel, at most 100 characters.
    public var trackingNumber: String?

    /// A key that the caller makes up, at most 200 characters. The same under the same key is shipped once; a
    /// second call returns the first parcel. Nil ships each time.
    public var key: String?

    /// Creates the shipping of an order.
    public init(
        order: Order.ID,
        lines: [LineQuantity]? = nil,
        warehouse: String? = nil,
        partial: Bool? = nil,
        carrier: String? = nil,
        trackingNumber: String? = nil,
        key: String? = nil
    ) {
        self.order = order
        self.lines = lines
        self.warehouse = warehouse
        self.partial = partial
        self.carrier = carrier
        self.trackingNumber = trackingNumber
        self.key = key
    }

    /// Ships the goods and returns the parcel.
    public func run(in model: Model) async throws -> OrderParcel {
        let lines = try LineQuantity.json(lines)
        let warehouse = try PlainText.said(warehouse, as: "warehouse")
        let carrier = try PlainText.said(carrier, as: "carrier")
        let trackingNumber = try PlainText.said(trackingNumber, as: "trackingNumber")
        return try await model.database.first(
            """
            select *
            from logistics.ship_order(
              \(order), \(model.now), \(lines)::jsonb, \(warehouse), \(partial ?? false), \(carrier),
              \(trackingNumber), \(key))
            """,
            as: OrderParcel.self, orThrow: .unavailable("order \(order) was shipped but no parcel returned"))
    }
}
