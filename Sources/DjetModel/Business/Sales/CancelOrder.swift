import DjetStore

/// Cancels a quote, or an order that is neither shipped nor invoiced. What was reserved is free again.
///
/// An invoice is never deleted: ``CloseOrder`` and ``ReturnLines`` end an invoiced order, and credit it. An
/// order that is cancelled is returned as it is.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such order, ``ModelError/conflict(_:)`` if it is
///   shipped, invoiced or closed, with what to do instead.
public struct CancelOrder: ModelFunction {
    /// The name `sales.cancel-order`.
    public static let name = "sales.cancel-order"

    /// The order's id.
    public var order: Order.ID

    /// Creates the cancellation of one order.
    public init(order: Order.ID) {
        self.order = order
    }

    /// Cancels the order and returns it.
    public func run(in model: Model) async throws -> Order {
        try await model.database.first(
            "select * from sales.end_order(\(order), 'cancelled')", as: Order.self,
            orThrow: .unavailable("the order was cancelled but not returned"))
    }
}
