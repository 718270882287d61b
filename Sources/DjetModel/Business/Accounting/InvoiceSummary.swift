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

    enum CodingKeys: String, CodingKey {
        case id, kind, number, orderId, orderNumber, issuedAt, issuedOn, customer, country, total, tax, gross
        case lineCount
    }
}

extension InvoiceSummary {
    /// Reads an invoice. A reply that was stored before there was tax has no gross: it is net.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Int.self, forKey: .id)
        kind = try container.decode(Invoice.Kind.self, forKey: .kind)
        number = try container.decode(Int.self, forKey: .number)
        orderId = try container.decode(Order.ID.self, forKey: .orderId)
        orderNumber = try container.decode(String.self, forKey: .orderNumber)
        issuedAt = try container.decode(Date.self, forKey: .issuedAt)
        issuedOn = try container.decode(Day.self, forKey: .issuedOn)
        customer = try container.decodeIfPresent(String.self, forKey: .customer)
        country = try container.decodeIfPresent(String.self, forKey: .country)
        let total = try container.decode(Decimal.self, forKey: .total)
        let tax = try container.decodeIfPresent(Decimal.self, forKey: .tax)
        gross = try container.decodeIfPresent(Decimal.self, forKey: .gross) ?? total + (tax ?? 0)
        (self.total, self.tax) = (total, tax)
        lineCount = try container.decode(Int.self, forKey: .lineCount)
    }
}
