import DjetStore

/// Confirms a quote: from then on it stays as it is, and can be shipped and invoiced.
///
/// Addresses that it lacks are copied from the customer. An order that is confirmed is returned as it is.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such order, ``ModelError/conflict(_:)`` if it is
///   cancelled or closed.
public struct ConfirmOrder: ModelFunction {
    /// The name `sales.confirm-order`.
    public static let name = "sales.confirm-order"

    /// The order's id.
    public var order: Order.ID

    /// Creates the confirmation of one order.
    public init(order: Order.ID) {
        self.order = order
    }

    /// Confirms the order and returns it.
    public func run(in model: Model) async throws -> Order {
        try await model.database.first(
            "select * from sales.confirm_order(\(order))", as: Order.self,
            orThrow: .unavailable("the order was confirmed but not returned"))
    }
}
