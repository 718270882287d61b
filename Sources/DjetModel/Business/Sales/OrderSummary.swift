public import Foundation

/// An order in a list: all but its lines.
public struct OrderSummary: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Order.ID

    /// The number, as people and files spell it.
    public let number: String

    /// True if it is a return.
    public let isReturn: Bool

    /// The day of the order.
    public let orderedOn: Day

    /// The customer's code; nil for a walk-in.
    public let customer: String?

    /// Where the order goes, or came from.
    public let country: String?

    /// The sum of the lines' amounts.
    public let total: Decimal

    /// The number of lines.
    public let lineCount: Int

    /// The key of its invoice or credit note; nil if it has none.
    public let invoiceId: Int?

    /// Which of the two; nil if it has none.
    public let invoiceKind: Invoice.Kind?

    /// Its number within its kind; nil if it has none.
    public let invoiceNumber: Int?
}
