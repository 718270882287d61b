import DjetStore

/// Closes an order that is invoiced as far as it is delivered: nothing more of it is shipped or invoiced, and
/// what was reserved is free again.
///
/// ``ReturnLines`` credits what is invoiced and not delivered any more. A closed order is returned as it is.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such order, ``ModelError/conflict(_:)`` if it is
///   not invoiced that far, with what to do instead.
public struct CloseOrder: ModelFunction {
    /// The name `sales.close-order`.
    public static let name = "sales.close-order"

    /// The order's id.
    public var order: Order.ID

    /// Creates the closing of one order.
    public init(order: Order.ID) {
        self.order = order
    }

    /// Closes the order and returns it.
    public func run(in model: Model) async throws -> Order {
        try await model.database.first(
            "select * from sales.end_order(\(order), 'closed')", as: Order.self,
            orThrow: .unavailable("the order was closed but not returned"))
    }
}
