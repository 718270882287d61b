import DjetStore

/// Creates or changes a list of prices. What is nil stays as it is; ``clear`` empties.
///
/// - Throws: ``ModelError/invalid(_:)``, whose text begins with the name of the field, for a currency that
///   does not exist, or another one for a list that has prices, or an end before the beginning.
public struct SetPriceList: ModelFunction {
    /// The name `sales.set-price-list`.
    public static let name = "sales.set-price-list"

    /// The hints of its form.
    public static let hints = [
        "currency": "Such as EUR", "validFrom": "The first day on which its prices hold",
        "validTo": "The last day on which they hold", "clear": "The fields to empty",
    ]

    /// A field that can be emptied.
    public enum Field: String, Codable, Sendable, CaseIterable {
        /// The field of this name.
        case name, validFrom, validTo
    }

    /// The code, at most 64 characters.
    public var code: String

    /// The name for people, at most 200 characters.
    public var name: String?

    /// The currency by ISO 4217; a new list needs one.
    public var currency: String?

    /// The first day on which its prices hold; nil for a new list means always.
    public var validFrom: Day?

    /// The last day on which its prices hold; nil for a new list means for ever.
    public var validTo: Day?

    /// The fields to empty.
    public var clear: [Field]?

    /// Creates a setting that changes nothing but what is said later.
    public init(code: String, currency: String? = nil) {
        self.code = code
        self.currency = currency
    }

    /// Sets the list and returns it.
    public func run(in model: Model) async throws -> PriceList {
        let fields = try SaidFields.text(of: self)
        return try await model.database.first(
            "select * from sales.set_price_list(\(fields)::jsonb)", as: PriceList.self,
            orThrow: .unavailable("the price list was set but not returned"))
    }
}
