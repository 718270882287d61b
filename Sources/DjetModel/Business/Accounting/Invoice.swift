public import Foundation

/// An issued invoice with its lines, or a credit note of a return. It never changes.
public struct Invoice: Codable, Sendable, Equatable {
    /// The series that an invoice belongs to.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// An invoice.
        case invoice
        /// A credit note, which corrects invoices.
        case creditNote = "credit-note"
    }

    /// The key that functions and addresses use; people use `number`.
    public let id: Int

    /// The series: invoice, or credit note for a return.
    public let kind: Kind

    /// The number within its series, from 1 without gaps.
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

    /// The invoice that a credit note corrects; nil if its return names no order.
    public let corrects: Int?

    /// The number of that invoice.
    public let correctsNumber: Int?

    /// The sum of the lines' amounts, net of tax; usually negative on a credit note, never 0.
    public let total: Decimal

    /// The sum of the taxes; nil if it is outside of tax.
    public let tax: Decimal?

    /// The total and the tax: what is owed.
    public let gross: Decimal

    /// The sums by category and rate of tax: at least one.
    public let taxes: [InvoiceTax]

    /// The number of lines.
    public let lineCount: Int

    /// The order's lines at issue, or the parts of them that it is of, numbered from 1.
    public let lines: [LineItem]

    enum CodingKeys: String, CodingKey {
        case id, kind, number, orderId, orderNumber, issuedAt, issuedOn, customer, country, corrects
        case correctsNumber, total, tax, gross, taxes, lineCount, lines
    }
}

extension Invoice {
    /// Reads an invoice. A reply that was stored before there was tax is of one outside of tax.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Int.self, forKey: .id)
        kind = try container.decode(Kind.self, forKey: .kind)
        number = try container.decode(Int.self, forKey: .number)
        orderId = try container.decode(Order.ID.self, forKey: .orderId)
        orderNumber = try container.decode(String.self, forKey: .orderNumber)
        issuedAt = try container.decode(Date.self, forKey: .issuedAt)
        issuedOn = try container.decode(Day.self, forKey: .issuedOn)
        customer = try container.decodeIfPresent(String.self, forKey: .customer)
        country = try container.decodeIfPresent(String.self, forKey: .country)
        corrects = try container.decodeIfPresent(Int.self, forKey: .corrects)
        correctsNumber = try container.decodeIfPresent(Int.self, forKey: .correctsNumber)
        let total = try container.decode(Decimal.self, forKey: .total)
        let tax = try container.decodeIfPresent(Decimal.self, forKey: .tax)
        gross = try container.decodeIfPresent(Decimal.self, forKey: .gross) ?? total + (tax ?? 0)
        taxes =
            try container.decodeIfPresent([InvoiceTax].self, forKey: .taxes) ?? [.outside(net: total)]
        (self.total, self.tax) = (total, tax)
        lineCount = try container.decode(Int.self, forKey: .lineCount)
        lines = try container.decode([LineItem].self, forKey: .lines)
    }
}

extension InvoiceTax {
    /// Returns the only sum of an invoice outside of tax, as `accounting.whole_invoice_tax` has it.
    fileprivate static func outside(net: Decimal) -> InvoiceTax {
        InvoiceTax(
            category: .outside, rate: nil, net: net, tax: 0, reason: "Not subject to VAT",
            reasonCode: "VATEX-EU-O")
    }
}
