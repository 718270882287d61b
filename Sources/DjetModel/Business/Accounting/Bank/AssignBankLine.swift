import DjetStore

/// Assigns a line of a bank statement that nobody knew: books it as the payment of a customer or of
/// invoices, or sets it aside as none.
///
/// A line whose payment was reversed, or that was set aside, can be assigned again.
///
/// - Throws: ``ModelError/invalid(_:)`` without a customer, invoices or ``isAside``, or with both,
///   ``ModelError/notFound(_:)`` for an unknown line, ``ModelError/conflict(_:)`` for a debit, for a line
///   that is booked, and for what cannot be booked.
public struct AssignBankLine: ModelFunction {
    /// The name `accounting.assign-bank-line`.
    public static let name = "accounting.assign-bank-line"

    /// The hints of its form.
    public static let hints = [
        "customer": "The code; its items are settled, due first",
        "invoices": "The numbers of the invoices that are paid",
        "isAside": "It is no payment of a customer, and leaves the list",
        "day": "Without it, the day of the bank; another one if that is closed",
        "account": "The ledger's account of the bank; without it, the one with the role bank",
    ]

    /// The id of the line.
    public var line: Int

    /// The customer's code.
    public var customer: String?

    /// The numbers of the invoices that it pays.
    public var invoices: [Int]?

    /// True if it is no payment of a customer.
    public var isAside: Bool?

    /// The day that the payment bears; nil means the bank's.
    public var day: Day?

    /// The code of the ledger's account that the money went to; nil means the bank.
    public var account: String?

    /// A note, at most 500 characters.
    public var note: String?

    /// Creates an assignment.
    public init(line: Int, customer: String? = nil, invoices: [Int]? = nil, isAside: Bool? = nil) {
        self.line = line
        self.customer = customer
        self.invoices = invoices
        self.isAside = isAside
    }

    /// Assigns the line, and returns it.
    public func run(in model: Model) async throws -> BankLine {
        let customer = try PlainText.said(customer, as: "customer")
        let account = try PlainText.said(account, as: "account")
        let note = try PlainText.said(note, as: "note")
        guard (note ?? "").unicodeScalars.count <= 500 else {
            throw ModelError.invalid("note has more than 500 characters")
        }
        let numbers = invoices.flatMap { $0.isEmpty ? nil : $0 }
        try await model.database.query(
            """
            select accounting.assign_line(
              \(line), sales.shop_day(\(model.now)), \(customer), \(numbers)::bigint[], \(isAside ?? false),
              \(day?.description)::date, \(account), \(note))
            """)
        return try await model.call(FindBankLine(line: line))
    }
}
