/// The category of tax of what is sold, by its code in EN 16931 and UNCL5305.
public enum TaxCategory: String, Codable, Sendable, CaseIterable {
    /// Taxed at a rate of the seller's country.
    case taxed = "S"
    /// Taxed at the rate 0.
    case zeroRated = "Z"
    /// Exempt from tax.
    case exempt = "E"
    /// A service for a firm in another member state of the EU, which owes the tax.
    case reverseCharge = "AE"
    /// Goods that go to a firm in another member state of the EU.
    case intraCommunity = "K"
    /// Sold to a country outside of the EU.
    case export = "G"
    /// Outside of tax, as all is that somebody without a VAT id sells.
    case outside = "O"
}
