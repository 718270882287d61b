public import Foundation

/// An invoice in a list: all but its lines.
public struct InvoiceSummary: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Int

    /// Invoice, or credit note for a return.
    public let kind: Invoice.Kind

    /// Its number within its kind.
    public let number: Int

    /// The order that it invoices.
    public let orderId: Order.ID

    /// The order's number at issue.
    public let orderNumber: String

    /// The moment of issue.
    public let issuedAt: Date

    /// The day that it bears.
    public let issuedOn: Day

    /// The customer's code at issue; nil for a walk-in.
    public let customer: String?

    /// The order's country at issue.
    public let country: String?

    /// The sum of the lines' amounts.
    public let total: Decimal

    /// The number of lines.
    public let lineCount: Int
}
