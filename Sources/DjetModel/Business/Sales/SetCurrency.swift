import DjetStore

/// Sets the currency of the shop, in which it keeps its books. Orders that name none are in it.
///
/// - Throws: ``ModelError/invalid(_:)`` for a currency that does not exist, ``ModelError/conflict(_:)`` if
///   the shop has orders that would change their meaning.
public struct SetCurrency: ModelFunction {
    /// The name `sales.set-currency`.
    public static let name = "sales.set-currency"

    /// The code by ISO 4217, such as `EUR`.
    public var currency: String

    /// Creates the setting of a currency.
    public init(currency: String) {
        self.currency = currency
    }

    /// Sets the currency, and returns its code.
    public func run(in model: Model) async throws -> String {
        let currency = try PlainText.argument(currency, as: "currency")
        return try await model.database.first(
            "select sales.set_currency(\(currency))", as: String.self,
            orThrow: .unavailable("the currency was set but not returned"))
    }
}
