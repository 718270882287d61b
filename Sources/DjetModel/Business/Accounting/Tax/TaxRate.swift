public import Foundation

/// The rate of tax of a country on a class of goods, from a day until the next rate of that class.
public struct TaxRate: Codable, Sendable, Equatable {
    /// The class of goods that a rate is of. Goods of other classes bear no tax in any country.
    public enum Class: String, Codable, Sendable, CaseIterable {
        /// The class that has the rate of this name.
        case standard, reduced
    }

    /// The country by ISO 3166-1.
    public let country: String

    /// The class of the goods.
    public let `class`: Class

    /// The first day on which it holds.
    public let fromDay: Day

    /// The last day on which it holds; nil while no later rate ends it.
    public let toDay: Day?

    /// The share of the price, such as 0.19.
    public let rate: Decimal

    /// The name of the country in English.
    public let countryName: String?

    /// True if it begins after the day that was asked for; nil if none was.
    public let isToCome: Bool?
}
