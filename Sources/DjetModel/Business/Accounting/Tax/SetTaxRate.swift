import DjetStore
public import Foundation

/// Sets the rate of tax of a country on a class of goods from a day on: it ends the one before, and holds
/// until the next rate of that class. What is invoiced stays as it is.
///
/// - Throws: ``ModelError/invalid(_:)``, whose text begins with the name of the field, for a country that
///   does not exist, or a rate that is no share between 0 and 1; ``ModelError/conflict(_:)`` for a change of
///   a rate that invoices bear: another one supersedes it from a later day.
public struct SetTaxRate: ModelFunction {
    /// The name `accounting.set-tax-rate`.
    public static let name = "accounting.set-tax-rate"

    /// The hints of its form.
    public static let hints = [
        "country": "Such as DE", "from": "The first day; without it, today",
        "rate": "A share, such as 0.19; none removes the rate that begins on that day",
    ]

    /// The country by ISO 3166-1, or a name of it.
    public var country: String

    /// The class of the goods.
    public var `class`: TaxRate.Class

    /// The first day; nil means today in the shop's time zone.
    public var from: Day?

    /// The share of the price, such as 0.19; nil removes the rate that begins on that day.
    public var rate: Decimal?

    /// Creates the setting of a rate.
    public init(country: String, class: TaxRate.Class, from: Day? = nil, rate: Decimal?) {
        self.country = country
        self.class = `class`
        self.from = from
        self.rate = rate
    }

    /// Sets the rate.
    public func run(in model: Model) async throws -> Nothing {
        let country = try PlainText.argument(country, as: "country")
        try await model.database.query(
            """
            select accounting.set_tax_rate(
              \(country), \(`class`.rawValue), coalesce(\(from?.description)::date, sales.shop_day(\(model.now))),
              \(rate)::numeric)
            """)
        return Nothing()
    }
}
