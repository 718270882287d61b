public import Foundation

/// All that the documents of an invoice, or credit note, say: its page, its print and its UBL file.
public struct InvoiceDocument: Codable, Sendable, Equatable {
    /// The customer.
    public struct Buyer: Codable, Sendable, Equatable {
        /// The code; nil for a walk-in.
        public let code: String?

        /// The name of the person or firm.
        public let name: String?

        /// The VAT id with its prefix.
        public let vatId: String?

        /// The address for e-mail.
        public let email: String?

        /// The language to write in, such as `da`; nil if nobody has said it.
        public let language: String?

        /// The address to which the invoice goes.
        public let address: Address?
    }

    /// A line.
    public struct Line: Codable, Sendable, Equatable {
        /// The place on the invoice, from 1.
        public let number: Int

        /// The product's code.
        public let product: String

        /// The description.
        public let description: String

        /// The quantity; negative for goods that come back.
        public let quantity: Decimal

        /// The unit by UN/ECE Recommendation 20.
        public let unit: String

        /// The price of one; a negative one is a discount.
        public let unitPrice: Decimal

        /// The share of the price that is not asked for; nil for none.
        public let discount: Decimal?

        /// Quantity times price less the discount.
        public let amount: Decimal

        /// The category of tax.
        public let category: TaxCategory

        /// The rate of tax as a share; nil outside of tax.
        public let rate: Decimal?
    }

    /// The key that functions and addresses use.
    public let id: Int

    /// The series: invoice, or credit note for a return.
    public let kind: Invoice.Kind

    /// The number within its series.
    public let number: Int

    /// The day that it bears.
    public let issuedOn: Day

    /// The day by which it is to be paid; nil on a credit note.
    public let dueOn: Day?

    /// The order's number.
    public let orderNumber: String

    /// The number of the invoice that a credit note corrects; nil if it names none.
    public let correctsNumber: Int?

    /// The day of that invoice.
    public let correctsIssuedOn: Day?

    /// The currency of all amounts; nil while nobody has said.
    public let currency: String?

    /// The firm that issues it; nil while nobody has said.
    public let seller: Seller?

    /// The customer.
    public let buyer: Buyer

    /// The address of the goods.
    public let deliveryAddress: Address?

    /// The day of the last parcel; nil if nothing was shipped.
    public let deliveredOn: Day?

    /// The sum of the lines' amounts, net of tax; as a rule negative on a credit note.
    public let total: Decimal

    /// The sum of the taxes.
    public let tax: Decimal

    /// The total and the tax: what is owed.
    public let gross: Decimal

    /// The sums by category and rate of tax: at least one.
    public let taxes: [InvoiceTax]

    /// The lines.
    public let lines: [Line]
}

extension InvoiceDocument {
    /// The name of its files without an ending, such as `credit-note-7`.
    var fileName: String { "\(kind.rawValue)-\(number)" }
}
