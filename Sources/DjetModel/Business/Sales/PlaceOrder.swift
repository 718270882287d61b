import DjetStore
public import Foundation

/// Books one order, or one return, with its lines. What its texts mean is ``PlainText``.
///
/// - Throws: ``ModelError/invalid(_:)`` for what cannot be an order (no lines, quantity 0, a negative total, …),
///   ``ModelError/conflict(_:)`` if the number exists, or another order was placed under the key.
public struct PlaceOrder: ModelFunction {
    /// `sales.place-order`.
    public static let name = "sales.place-order"

    /// The order's number, at most 64 characters; nil draws the next free one: `D1`, `D2`, ….
    public var number: String?

    /// The customer's code; nil for a walk-in.
    public var customer: String?

    /// Where the order goes.
    public var country: String?

    /// The day of the order; nil is today in the shop's time zone.
    public var orderedOn: Day?

    /// Whether goods are ordered, or taken back: then its total, or all of its quantities, must be negative. Nil is a
    /// return only of these, and only if its number begins with `C`, as in files.
    public var kind: Order.Kind?

    /// What is ordered; at least one line.
    public var lines: [Line]

    /// Made up by whoever places the order, at most 200 characters: the same order under the same key again is
    /// not placed again, the first is returned. Nil places an order each time.
    public var key: String?

    /// A line to be booked.
    public struct Line: Codable, Sendable {
        /// The product's code; one that is new becomes a product.
        public var product: String

        /// The product as this order describes it; nil leaves it to the product's name.
        public var description: String?

        /// How many; below 100,000,000, at most 4 decimals, not 0; negative for what comes back.
        public var quantity: Decimal

        /// The price of one; below 100,000,000, at most 4 decimals; negative for a discount.
        public var unitPrice: Decimal

        /// A line of an order.
        public init(product: String, description: String? = nil, quantity: Decimal, unitPrice: Decimal) {
            self.product = product
            self.description = description
            self.quantity = quantity
            self.unitPrice = unitPrice
        }
    }

    /// An order by hand.
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

    /// The order with its texts as they are meant.
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
