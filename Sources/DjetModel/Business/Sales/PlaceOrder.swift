import DjetJSON
import DjetStore
public import Foundation

/// Books one order, or one return, with its lines. `PlainText` defines the meaning of its texts.
///
/// It is confirmed at once, with the customer's addresses, unless it is a quote: see ``ConfirmOrder``.
///
/// - Throws: ``ModelError/invalid(_:)`` for an order that breaks a rule (no lines, quantity 0, a negative
///   total, …), ``ModelError/notFound(_:)`` if there is no order to undo, ``ModelError/conflict(_:)`` if the
///   number exists, another order was placed under the key, or more comes back than was delivered.
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

    /// True for a quote, which can be changed until it is confirmed.
    public var quote: Bool?

    /// The currency by ISO 4217; nil means the shop's own.
    public var currency: String?

    /// The number of the order that a return undoes: no more of a line than was delivered and has not been
    /// returned. Customer, currency and prices are that order's unless given. ``ReturnLines`` takes the goods
    /// back as well, and credits them.
    public var returnOf: String?

    /// The address for the invoice; nil means the customer's.
    public var invoiceAddress: Address?

    /// The address for the goods; nil means the customer's.
    public var deliveryAddress: Address?

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

        /// The price of one: below 100,000,000, at most 4 decimals; negative for a discount. Nil means the
        /// price of the lists on the order's day.
        public var unitPrice: Decimal?

        /// The share of the price that is not asked for: from 0 to 1, at most 6 decimals.
        public var discount: Decimal?

        /// The line of the order that a line of a return undoes, by a quantity of the other sign. Nil means
        /// the first of its product that may still come back, and the next ones if that is not enough.
        public var undoesLine: Int?

        /// Creates a line.
        public init(
            product: String, description: String? = nil, quantity: Decimal, unitPrice: Decimal? = nil,
            discount: Decimal? = nil, undoesLine: Int? = nil
        ) {
            self.product = product
            self.description = description
            self.quantity = quantity
            self.unitPrice = unitPrice
            self.discount = discount
            self.undoesLine = undoesLine
        }
    }

    /// Creates an order.
    public init(
        number: String? = nil,
        customer: String? = nil,
        country: String? = nil,
        orderedOn: Day? = nil,
        kind: Order.Kind? = nil,
        quote: Bool? = nil,
        currency: String? = nil,
        returnOf: String? = nil,
        invoiceAddress: Address? = nil,
        deliveryAddress: Address? = nil,
        lines: [Line],
        key: String? = nil
    ) {
        self.number = number
        self.customer = customer
        self.country = country
        self.orderedOn = orderedOn
        self.kind = kind
        self.quote = quote
        self.currency = currency
        self.returnOf = returnOf
        self.invoiceAddress = invoiceAddress
        self.deliveryAddress = deliveryAddress
        self.lines = lines
        self.key = key
    }

    /// Books the order and returns it.
    public func run(in model: Model) async throws -> Order {
        let meant = try meant
        let lines = try JSON.text(of: meant.lines)
        let addresses = try SaidFields.text(
            of: ["invoiceAddress": invoiceAddress, "deliveryAddress": deliveryAddress])
        return try await model.database.first(
            """
            select *
            from sales.place_order(
              \(meant.number), \(meant.customer), \(meant.country),
              coalesce(\(orderedOn?.description)::date, sales.shop_day(\(model.now))), \(lines)::jsonb,
              \(key), \(kind?.rawValue), \(quote == true ? "quote" : nil), \(meant.currency), \(meant.returnOf),
              \(addresses)::jsonb -> 'invoiceAddress', \(addresses)::jsonb -> 'deliveryAddress')
            """,
            as: Order.self, orThrow: .unavailable("the order was booked but not returned"))
    }

    /// The order with the meaning of its texts. Throws `ModelError.invalid` for a text that has none.
    private var meant: PlaceOrder {
        get throws {
            var order = self
            order.number = try number.map { try PlainText.argument($0, as: "number") }
            order.customer = try customer.map { try PlainText.argument($0, as: "customer") }
            order.country = try country.map { try PlainText.argument($0, as: "country") }
            order.currency = try PlainText.said(currency, as: "currency")
            order.returnOf = try PlainText.said(returnOf, as: "returnOf")
            order.lines = try Line.meant(lines)
            return order
        }
    }
}

extension PlaceOrder.Line {
    /// Returns lines with the meaning of their texts. Throws `ModelError.invalid` for a text without one.
    static func meant(_ lines: [Self]) throws -> [Self] {
        try lines.enumerated().map { index, line in
            var line = line
            line.product = try PlainText.argument(line.product, as: "lines[\(index)].product")
            line.description = try line.description.map {
                try PlainText.argument($0, as: "lines[\(index)].description", .prose)
            }
            return line
        }
    }
}
