public import Foundation

/// A line of an order, of an invoice or of a credit note.
public struct LineItem: Codable, Sendable, Equatable {
    /// The line's place in the order, maybe with gaps; on an invoice from 1 without gaps.
    public let number: Int

    /// The product's code.
    public let product: String

    /// The product's description on this line, or else the product's name.
    public let description: String

    /// The quantity; negative for goods that come back.
    public let quantity: Decimal

    /// The price of one; 0 is a free item.
    public let unitPrice: Decimal

    /// The share of the price that is not asked for, such as 0.05; nil for none.
    public let discount: Decimal?

    /// Quantity times price less the discount, rounded half away from zero to 2 decimals. On an invoice of a
    /// part of the line, maybe a cent more or less, so that all parts add up.
    public let amount: Decimal

    /// The line of the order that a line of a return undoes; nil on others.
    public let undoesLine: Int?

    /// The line of the order, or of the return, that a line of an invoice is of. Nil on an order, and on an
    /// invoice that is older than its parts: the line at the same place.
    public let orderLine: Int?

    /// The line of the corrected invoice that a line of a credit note takes back; nil on others.
    public let correctsLine: Int?

    /// The category of tax; nil on an order.
    public let taxCategory: TaxCategory?

    /// The rate of tax as a share, such as 0.19; nil on an order, and outside of tax.
    public let taxRate: Decimal?
}
