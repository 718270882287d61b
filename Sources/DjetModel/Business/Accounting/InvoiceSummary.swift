public import Foundation

/// An invoice in a list: everything but its lines.
public struct InvoiceSummary: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Int

    /// The series: invoice, or credit note for a return.
    public let kind: Invoice.Kind

    /// The number within its series.
    public let number: Int

    /// The order that it invoices, or the return that it credits.
    public let orderId: Order.ID

    /// The order's number at issue.
    public let orderNumber: String

    /// The moment of issue.
    public let issuedAt: Date

    /// The day on the invoice.
    public let issuedOn: Day

    /// The customer's code at issue; nil for a walk-in.
    public let customer: String?

    /// The order's country at issue.
    public let country: String?

    /// The sum of the lines' amounts, net of tax.
    public let total: Decimal

    /// The sum of the taxes; nil if it is outside of tax.
    public let tax: Decimal?

    /// The total and the tax: what is owed.
    public let gross: Decimal

    /// The number of lines.
    public let lineCount: Int
}
