import DjetStore

/// Reserves goods on hand for an order, so that no other order gets them.
///
/// Earlier reservations of the order count. A product that is not stocked needs no reservation.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown order, line or warehouse, ``ModelError/conflict(_:)``
///   if there is less than is wanted, unless ``partial`` is true; then nothing is reserved.
public struct ReserveOrder: ModelFunction {
    /// The name `logistics.reserve-order`.
    public static let name = "logistics.reserve-order"

    /// The order's id.
    public var order: Order.ID

    /// The lines to reserve; nil means all that is not yet shipped or reserved.
    public var lines: [LineQuantity]?

    /// The warehouse's code; nil means where the line has a reservation, or `main`.
    public var warehouse: String?

    /// True to reserve as much as there is. The result tells how much is missing.
    public var partial: Bool?

    /// Creates the reservation for an order.
    public init(
        order: Order.ID, lines: [LineQuantity]? = nil, warehouse: String? = nil, partial: Bool? = nil
    ) {
        self.order = order
        self.lines = lines
        self.warehouse = warehouse
        self.partial = partial
    }

    /// Reserves the goods and returns how far the order is.
    public func run(in model: Model) async throws -> Delivery {
        let lines = try LineQuantity.json(lines)
        let warehouse = try PlainText.said(warehouse, as: "warehouse")
        return Delivery(
            order: order,
            lines: try await model.database.rows(
                """
                select *
                from logistics.reserve_order(\(order), \(lines)::jsonb, \(warehouse), \(partial ?? false))
                limit \(Delivery.most)
                """,
                as: Delivery.Line.self))
    }
}
