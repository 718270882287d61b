public import Foundation

/// The rate of tax of a country on a class of goods, from a day until the next rate of that class.
public struct TaxRate: Codable, Sendable, Equatable {
    /// The class of goods that a rate is of. Goods of other classes bear no tax in any country.
    public enum Class: String, Codable, Sendable, CaseIterable {
        case standard, reduced
    }

    /// The country by ISO 3166-1.
    public let country: String

    /// The class of the goods.
    public let `class`: Class

    /// The first day on which it holds.
    public let fromDay: Day

    /// The share of the price, such as 0.19.
    public let rate: Decimal
}
