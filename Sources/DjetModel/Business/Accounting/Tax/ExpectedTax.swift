import DjetStore
public import Foundation

/// The sums that the next invoice of an order would have if it were issued today, or the credit notes of a
/// return: with quotes as if they were confirmed.
public struct ExpectedTax: Codable, Sendable, Equatable {
    /// The sum of the lines' amounts that are left to invoice, net of tax.
    public let net: Decimal

    /// The sum of the taxes; nil if it would be outside of tax.
    public let tax: Decimal?

    /// The net amount and the tax.
    public let gross: Decimal

    /// The sums by category and rate of tax: at least one.
    public let taxes: [InvoiceTax]
}

extension ExpectedTax {
    /// Returns the statement that computes it by the same SQL as invoices: no row if nothing is left to
    /// invoice, or the seller's country has no rate today.
    static func statement(of order: Order.ID, in model: Model) -> Statement {
        "select * from accounting.expected_tax(\(order), sales.shop_day(\(model.now)))"
    }
}
