import DjetStore
public import Foundation

/// Sets the price of one of a product in a list from a day on: it holds until the product's next price in
/// that list.
///
/// - Throws: ``ModelError/invalid(_:)``, whose text begins with the name of the field, for a list or product
///   that does not exist, or a price that is negative or has more than 4 decimals.
public struct SetPrice: ModelFunction {
    /// The name `sales.set-price`.
    public static let name = "sales.set-price"

    /// The hints of its form.
    public static let hints = [
        "list": "The list's code", "product": "The product's code",
        "from": "The first day on which it holds; without it, today",
        "unitPrice": "In the list's currency; none removes the price that begins on that day",
    ]

    /// The code of the list.
    public var list: String

    /// The code of the product.
    public var product: String

    /// The first day; nil means today in the shop's time zone.
    public var from: Day?

    /// The price of one, in the list's currency; nil removes the price that begins on that day.
    public var unitPrice: Decimal?

    /// Creates the setting of a price.
    public init(list: String, product: String, from: Day? = nil, unitPrice: Decimal?) {
        self.list = list
        self.product = product
        self.from = from
        self.unitPrice = unitPrice
    }

    /// Sets the price.
    public func run(in model: Model) async throws -> Nothing {
        let list = try PlainText.argument(list, as: "list")
        let product = try PlainText.argument(product, as: "product")
        try await model.database.query(
            """
            select sales.set_price(jsonb_build_object(
              'list', \(list)::text,
              'product', \(product)::text,
              'from', coalesce(\(from?.description)::date, sales.shop_day(\(model.now))),
              'unitPrice', \(unitPrice)::numeric))
            """)
        return Nothing()
    }
}
