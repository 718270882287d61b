/// An order's pointer to its invoice.
public struct InvoiceReference: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Int

    /// The series: invoice, or credit note for a return.
    public let kind: Invoice.Kind

    /// The number within its series.
    public let number: Int

    /// The day on the invoice.
    public let issuedOn: Day
}
