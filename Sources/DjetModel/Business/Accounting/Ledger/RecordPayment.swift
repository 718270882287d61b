import DjetJSON
import DjetStore
public import Foundation

/// Books a payment of a customer, or to one, and settles what is open with it.
///
/// It settles the invoices whose numbers are given, or else those of the customer, the ones due first before
/// others; the last of them maybe in part. What is left is the customer's prepayment, which ``SettleCredits``
/// uses later. A negative amount is paid to the customer: it settles credit notes and prepayments.
///
/// Jobs share a transaction and a call: those of payments to customers come after the others.
///
/// - Throws: ``ModelError/invalid(_:)`` for an amount of 0 or with more than 2 decimals,
///   ``ModelError/notFound(_:)`` for an unknown customer or invoice, ``ModelError/conflict(_:)`` for invoices
///   of several customers, for paying back more than a customer has to get, for a day in a closed period, and
///   if another payment was booked under the key.
public struct RecordPayment: CollectiveFunction {
    /// The name `accounting.record-payment`.
    public static let name = "accounting.record-payment"
    /// One transaction for up to a hundred.
    public static let commit = Commit.atomic(group: 100)

    /// The amount, at most 2 decimals; negative if it was paid to the customer.
    public var amount: Decimal

    /// The day of the payment; nil means today in the shop's time zone.
    public var day: Day?

    /// The customer's code; nil means the one of the invoices, or that nobody knows who paid.
    public var customer: String?

    /// The code of the account that the money went to, or came from; nil means the bank.
    public var account: String?

    /// The text that the payment says of itself, at most 500 characters.
    public var reference: String?

    /// The numbers of the invoices that it pays, or of the credit notes that are paid out; nil means the
    /// customer's open ones.
    public var invoices: [Int]?

    /// A key that the caller makes up, at most 200 characters. The same payment under the same key is booked
    /// once; a second call returns the first payment. Nil books a payment each time.
    public var key: String?

    /// Creates a payment.
    public init(
        amount: Decimal, day: Day? = nil, customer: String? = nil, account: String? = nil,
        reference: String? = nil, invoices: [Int]? = nil, key: String? = nil
    ) {
        self.amount = amount
        self.day = day
        self.customer = customer
        self.account = account
        self.reference = reference
        self.invoices = invoices
        self.key = key
    }

    /// Books the payments and returns each of them.
    public static func run(
        _ functions: [RecordPayment], in model: Model
    ) async throws -> [Result<CustomerPayment, any Error>] {
        var results: [Int: Result<CustomerPayment, any Error>] = [:]
        let isRefund = { (place: Int) in functions[place].amount < 0 }
        for places in [functions.indices.filter { !isRefund($0) }, functions.indices.filter(isRefund)] {
            let booked = try await book(places.map { functions[$0] }, in: model)
            for (place, result) in zip(places, booked) { results[place] = result }
        }
        return functions.indices.compactMap { results[$0] }
    }

    private static func book(
        _ payments: [RecordPayment], in model: Model
    ) async throws -> [Result<CustomerPayment, any Error>] {
        guard !payments.isEmpty else { return [] }
        let json = try JSON.text(of: payments.map { try $0.plain() })
        let rows = try await model.database.query(
            """
            select *
            from accounting.record_payments(\(json)::jsonb, sales.shop_day(\(model.now)))
            """)
        return try rows.map { row in
            if let refusal = try ModelError(refusalIn: row) { return .failure(refusal) }
            return .success(try row.decode())
        }
    }

    /// Returns the payment with the meaning of its texts.
    private func plain() throws -> RecordPayment {
        var plain = self
        plain.customer = try PlainText.said(customer, as: "customer")
        plain.account = try PlainText.said(account, as: "account")
        plain.reference = try PlainText.said(reference, as: "reference")
        return plain
    }
}
