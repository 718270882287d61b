import DjetJSON
import DjetStore
public import Foundation

/// Books one order, or one return, with its lines. ``PlainText`` defines the meaning of its texts.
///
/// - Throws: ``ModelError/invalid(_:)`` for an order that breaks a rule (no lines, quantity 0, a negative
///   total, …), ``ModelError/conflict(_:)`` if the number exists, or another order was placed under the key.
public struct PlaceOrder: ModelFunction {
    /// The name `sales.place-order`.
    public static let name = "sales.place-order"

    /// The order's number, at most 64 characters; nil takes the next free one: `D1`, `D2`, ….
    public var number: String?

    /// The customer's code; nil for a walk-in.
    public var customer: String?

    /// The country that the goods go to.
    public var country: String?

    /// The day of the order; nil means today in the shop's time zone.
    public var orderedOn: Day?

    /// The kind: order, as nil is, or return. The total of a return, or all of its quantities, must be
    /// negative, and those of an order must not be, whatever its number.
    public var kind: Order.Kind?

    /// The lines of the order; at least one.
    public var lines: [Line]

    /// A key that the caller makes up, at most 200 characters. The same order under the same key is placed
    /// once; a second call returns the first order. Nil places an order each time.
    public var key: String?

    /// A line to be booked.
    public struct Line: Codable, Sendable {
        /// The product's code; an unknown one becomes a product.
        public var product: String

        /// The product's description on this order; nil means the product's name.
        public var description: String?

        /// The quantity: below 100,000,000, at most 4 decimals, not 0; negative for goods that come back.
        public var quantity: Decimal

        /// The price of one: below 100,000,000, at most 4 decimals; negative for a discount.
        public var unitPrice: Decimal

        /// Creates a line.
        public init(product: String, description: String? = nil, quantity: Decimal, unitPrice: Decimal) {
            self.product = product
            self.description = description
            self.quantity = quantity
            self.unitPrice = unitPrice
        }
    }

    /// Creates an order.
    public init(
        number: String? = nil,
        customer: String? = nil,
        country: String? = nil,
        orderedOn: Day? = nil,
        kind: Order.Kind? = nil,
        lines: [Line],
        key: String? = nil
    ) {
        self.number = number
        self.customer = customer
        self.country = country
        self.orderedOn = orderedOn
        self.kind = kind
        self.lines = lines
        self.key = key
    }

    /// Books the order and returns it.
    public func run(in model: Model) async throws -> Order {
        let meant = try meant
        let lines = try JSON.text(of: meant.lines)
        let order = try await model.database.first(
            """
            select *
            from sales.place_order(
              \(meant.number), \(meant.customer), \(meant.country),
              coalesce(\(orderedOn?.description)::date, sales.shop_day(\(model.now))), \(lines)::jsonb,
              \(key), \(kind?.rawValue))
            """,
            as: Order.self
        )
        guard let order else { throw ModelError.unavailable("the order was booked but not returned") }
        return order
    }

    /// The order with the meaning of its texts. Throws `ModelError.invalid` for a text that has none.
    private var meant: PlaceOrder {
        get throws {
            var order = self
            order.number = try number.map { try PlainText.argument($0, as: "number") }
            order.customer = try customer.map { try PlainText.argument($0, as: "customer") }
            order.country = try country.map { try PlainText.argument($0, as: "country") }
            for (index, line) in lines.enumerated() {
                order.lines[index].product = try PlainText.argument(
                    line.product, as: "lines[\(index)].product")
                order.lines[index].description = try line.description.map {
                    try PlainText.argument($0, as: "lines[\(index)].description", .prose)
                }
            }
            return order
        }
    }
}
