/// A list of prices in one currency.
public struct PriceList: Codable, Sendable, Equatable {
    /// The code, such as `retail`.
    public let code: String

    /// The name for people.
    public let name: String?

    /// The currency by ISO 4217.
    public let currency: String

    /// The first day on which its prices hold; 0001-01-01 for always.
    public let validFrom: Day

    /// The last day on which its prices hold; nil for ever.
    public let validTo: Day?
}
