public import Foundation

/// An order's pointer to one of its invoices.
public struct InvoiceReference: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Int

    /// The series: invoice, or credit note for a return.
    public let kind: Invoice.Kind

    /// The number within its series.
    public let number: Int

    /// The day on the invoice.
    public let issuedOn: Day

    /// The sum of its lines' amounts, net of tax.
    public let total: Decimal
}

/// An order's pointer to a return that undoes it.
public struct ReturnReference: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Order.ID

    /// The number, as people spell it.
    public let number: String

    /// The status.
    public let status: Order.Status

    /// The sum of its lines' amounts, usually negative.
    public let total: Decimal
}

/// The amounts of an order that are not invoiced, net of tax; 0 for what is never invoiced.
public struct LeftToInvoice: Codable, Sendable, Equatable {
    /// The amount of all that is ordered.
    public let ordered: Decimal

    /// The amount of what is delivered of it.
    public let delivered: Decimal
}
