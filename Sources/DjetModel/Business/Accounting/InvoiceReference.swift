/// What an order says of its invoice.
public struct InvoiceReference: Codable, Sendable, Equatable {
    /// The key that functions and addresses use.
    public let id: Int

    /// Invoice, or credit note for a return.
    public let kind: Invoice.Kind

    /// Its number within its kind.
    public let number: Int

    /// The day that it bears.
    public let issuedOn: Day
}
