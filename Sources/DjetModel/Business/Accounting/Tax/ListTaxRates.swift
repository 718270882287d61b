import DjetStore

/// Lists the rates of tax by country, class and day.
public struct ListTaxRates: ModelFunction {
    /// The name `accounting.list-tax-rates`.
    public static let name = "accounting.list-tax-rates"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The country by ISO 3166-1; nil for all.
    public var country: String?

    /// Creates the list of the rates of a country, or of all.
    public init(country: String? = nil) {
        self.country = country
    }

    /// Returns the rates. Throws `ModelError.invalid` for an invalid text.
    public func run(in model: Model) async throws -> [TaxRate] {
        let country = try PlainText.said(country, as: "country")
        return try await model.database.rows(
            """
            select t.country, t.class, t.from_day, trim_scale(t.rate) as rate
            from accounting.tax_rate t
            where \(country)::text is null
              or t.country = \(country)
            order by t.country, t.class desc, t.from_day
            """,
            as: TaxRate.self
        )
    }
}
