import DjetStore

/// Gives back all that is reserved for an order, so that other orders can have it.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown order, ``ModelError/conflict(_:)`` for a return.
public struct ReleaseOrder: ModelFunction {
    /// The name `logistics.release-order`.
    public static let name = "logistics.release-order"

    /// The order's id.
    public var order: Order.ID

    /// Creates the release of what is reserved for an order.
    public init(order: Order.ID) {
        self.order = order
    }

    /// Releases the goods and returns how far the order is.
    public func run(in model: Model) async throws -> Delivery {
        Delivery(
            order: order,
            lines: try await model.database.rows(
                """
                select *
                from logistics.release_order(\(order))
                limit \(Delivery.most)
                """,
                as: Delivery.Line.self))
    }
}
