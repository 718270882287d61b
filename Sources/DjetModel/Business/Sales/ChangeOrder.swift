import DjetJSON
import DjetStore

/// Changes a quote: an order that is not confirmed yet. What is nil stays as it is; ``clear`` empties.
///
/// - Throws: ``ModelError/invalid(_:)`` for what cannot be an order, ``ModelError/notFound(_:)`` if there is
///   none, ``ModelError/conflict(_:)`` if it is no quote.
public struct ChangeOrder: ModelFunction {
    /// The name `sales.change-order`.
    public static let name = "sales.change-order"

    /// The hints of its form.
    public static let hints = ["lines": "They replace all lines", "clear": "The fields to empty"]

    /// A field that can be emptied.
    public enum Field: String, Codable, Sendable, CaseIterable {
        /// The field of this name.
        case customer, country, currency, invoiceAddress, deliveryAddress
    }

    /// The quote's id.
    public var order: Order.ID

    /// The customer's code.
    public var customer: String?

    /// The country that the goods go to.
    public var country: String?

    /// The day of the order.
    public var orderedOn: Day?

    /// The currency by ISO 4217; it comes with lines whose prices are in it.
    public var currency: String?

    /// The address for the invoice, instead of the customer's.
    public var invoiceAddress: Address?

    /// The address for the goods, instead of the customer's.
    public var deliveryAddress: Address?

    /// The lines, which replace all that the quote has. A price that is nil is that of the price lists.
    public var lines: [PlaceOrder.Line]?

    /// The fields to empty.
    public var clear: [Field]?

    /// Creates a change of nothing but what is said later.
    public init(order: Order.ID) {
        self.order = order
    }

    /// Changes the quote and returns it.
    public func run(in model: Model) async throws -> Order {
        var said = self
        said.lines = nil
        let fields = try SaidFields.text(of: said)
        let lines = try lines.map { try JSON.text(of: PlaceOrder.Line.meant($0)) }
        return try await model.database.first(
            """
            select *
            from sales.change_order(
              \(order),
              \(fields)::jsonb || case
                when \(lines)::jsonb is null then '{}'
                else jsonb_build_object('lines', \(lines)::jsonb)
              end)
            """,
            as: Order.self, orThrow: .unavailable("the order was changed but not returned"))
    }
}
