import DjetStore

/// Lists the rates of tax by country, class and day.
public struct ListTaxRates: ModelFunction {
    /// The name `accounting.list-tax-rates`.
    public static let name = "accounting.list-tax-rates"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The country by ISO 3166-1, or a name of it; nil for all.
    public var country: String?

    /// The class of the goods; nil for both.
    public var `class`: TaxRate.Class?

    /// The day on which they hold; nil for all days.
    public var on: Day?

    /// True for those alone that hold today, in the shop's time zone, or later.
    public var isCurrent: Bool?

    /// Creates the list of the rates of a country, or of all.
    public init(
        country: String? = nil, class: TaxRate.Class? = nil, on: Day? = nil, isCurrent: Bool? = nil
    ) {
        self.country = country
        self.class = `class`
        self.on = on
        self.isCurrent = isCurrent
    }

    /// Returns the rates. Throws `ModelError.invalid` for an invalid text.
    public func run(in model: Model) async throws -> [TaxRate] {
        let country = try PlainText.said(country, as: "country")
        return try await model.database.rows(
            """
            select *
            from accounting.list_tax_rates(
              \(country), \(`class`?.rawValue), \(on?.description)::date,
              case when \(isCurrent == true) then sales.shop_day(\(model.now)) end)
            """,
            as: TaxRate.self
        )
    }
}
