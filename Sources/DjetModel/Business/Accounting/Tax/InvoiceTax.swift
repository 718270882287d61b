public import Foundation

/// The sum of an invoice's lines of one category and rate of tax.
public struct InvoiceTax: Codable, Sendable, Equatable {
    /// The category.
    public let category: TaxCategory

    /// The rate as a share, such as 0.19; nil outside of tax.
    public let rate: Decimal?

    /// The sum of the lines' amounts.
    public let net: Decimal

    /// The tax on the sum, rounded half away from zero to 2 decimals.
    public let tax: Decimal

    /// The reason why no tax is charged, as the invoice states it; nil if there is none to state.
    public let reason: String?

    /// The reason as a code of the list VATEX, such as `VATEX-EU-AE`; nil if it has none.
    public let reasonCode: String?
}
