public import Foundation

/// An order in a list: everything but its lines.
public struct OrderSummary: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Order.ID

    /// The number, as people and files spell it.
    public let number: String

    /// The status.
    public let status: Order.Status

    /// True if it is a return.
    public let isReturn: Bool

    /// The day of the order.
    public let orderedOn: Day

    /// The customer's code; nil for a walk-in.
    public let customer: String?

    /// The country that the goods go to, or come from.
    public let country: String?

    /// The sum of the lines' amounts.
    public let total: Decimal

    /// The currency of the total; nil for the shop's own.
    public let currency: String?

    /// The number of lines.
    public let lineCount: Int

    /// The key of the order's last invoice or credit note; nil if it has none.
    public let invoiceId: Int?

    /// The series of that invoice or credit note; nil if it has none.
    public let invoiceKind: Invoice.Kind?

    /// The number of that invoice or credit note; nil if it has none.
    public let invoiceNumber: Int?

    /// The number of its invoices or credit notes.
    public let invoiceCount: Int

    /// The sum of their totals.
    public let invoiced: Decimal
}
