import DjetStore
public import Foundation

/// Settles what a customer owes with the credit notes and prepayments that the customer has, those due first
/// before others.
public struct SettleCredits: ModelFunction {
    /// The name `accounting.settle-credits`.
    public static let name = "accounting.settle-credits"

    /// The customer's code.
    public var customer: String

    /// The day that the entry bears; nil means today in the shop's time zone.
    public var day: Day?

    /// Creates the settlement of a customer's credits.
    public init(customer: String, day: Day? = nil) {
        self.customer = customer
        self.day = day
    }

    /// Returns the amount that was settled; 0 if there was nothing to settle.
    public func run(in model: Model) async throws -> Decimal {
        let customer = try PlainText.argument(customer, as: "customer")
        let amount = try await model.database.first(
            """
            select accounting.settle_credits(
              \(customer), coalesce(\(day?.description)::date, sales.shop_day(\(model.now))))
            """,
            as: Decimal.self
        )
        return amount ?? 0
    }
}
