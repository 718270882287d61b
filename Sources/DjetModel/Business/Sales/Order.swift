public import Foundation

/// An order with its lines, or a return.
public struct Order: Codable, Sendable, Equatable {
    /// The type of the key that model functions take.
    public typealias ID = Int

    /// The key that functions and addresses use; people use `number`.
    public let id: ID

    /// The kind of an order: goods are ordered, or taken back.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Goods are ordered; the total is not negative.
        case order
        /// Goods are taken back.
        case `return`
    }

    /// The status of an order: a quote is confirmed or cancelled, a confirmed order cancelled or closed.
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// The order may change, and is neither shipped nor invoiced.
        case quote
        /// The order stays as it is; it is shipped and invoiced.
        case confirmed
        /// Nothing comes of the order.
        case cancelled
        /// The order is invoiced, and nothing more of it is shipped.
        case closed
    }

    /// The number, as people and files spell it.
    public let number: String

    /// The kind: order or return.
    public let kind: Kind

    /// The status.
    public let status: Status

    /// True if it is a return.
    public let isReturn: Bool

    /// The number of the order that a return undoes; nil if it names none.
    public let returnOf: String?

    /// The day of the order; the day of the import where the file had no date.
    public let orderedOn: Day

    /// The customer's code; nil for a walk-in.
    public let customer: String?

    /// The country that the goods go to, or come from.
    public let country: String?

    /// The address for the invoice: the customer's when it was confirmed, unless it has one of its own.
    public let invoiceAddress: Address?

    /// The address for the goods, likewise.
    public let deliveryAddress: Address?

    /// The currency by ISO 4217; nil for the shop's own.
    public let currency: String?

    /// The sum of the lines' amounts; usually negative for a return.
    public let total: Decimal

    /// The number of lines.
    public let lineCount: Int

    /// The first 1,000 lines in the order of their numbers, or the first 1,000 behind the line that was asked
    /// for. ``lineCount`` counts all lines.
    public let lines: [LineItem]

    enum CodingKeys: String, CodingKey {
        case id, number, kind, status, isReturn, returnOf, orderedOn, customer, country, invoiceAddress
        case deliveryAddress, currency, total, lineCount, lines
    }
}

extension Order {
    /// Reads an order. A reply that was stored before orders had a kind and a status is of a confirmed one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        number = try container.decode(String.self, forKey: .number)
        let isReturn = try container.decode(Bool.self, forKey: .isReturn)
        self.isReturn = isReturn
        kind = try container.decodeIfPresent(Kind.self, forKey: .kind) ?? (isReturn ? .return : .order)
        status = try container.decodeIfPresent(Status.self, forKey: .status) ?? .confirmed
        returnOf = try container.decodeIfPresent(String.self, forKey: .returnOf)
        orderedOn = try container.decode(Day.self, forKey: .orderedOn)
        customer = try container.decodeIfPresent(String.self, forKey: .customer)
        country = try container.decodeIfPresent(String.self, forKey: .country)
        invoiceAddress = try container.decodeIfPresent(Address.self, forKey: .invoiceAddress)
        deliveryAddress = try container.decodeIfPresent(Address.self, forKey: .deliveryAddress)
        currency = try container.decodeIfPresent(String.self, forKey: .currency)
        total = try container.decode(Decimal.self, forKey: .total)
        lineCount = try container.decode(Int.self, forKey: .lineCount)
        lines = try container.decode([LineItem].self, forKey: .lines)
    }
}
