import DjetStore
public import Foundation

/// Books a payment of a customer, or to one, and settles what is open with it.
///
/// It settles the invoices whose numbers are given, or else those of the customer, the ones due first before
/// others; the last of them maybe in part. What is left is the customer's prepayment, which ``SettleCredits``
/// uses later. A negative amount is paid to the customer: it settles credit notes and prepayments.
///
/// - Throws: ``ModelError/invalid(_:)`` for an amount of 0 or with more than 2 decimals,
///   ``ModelError/notFound(_:)`` for an unknown customer or invoice, ``ModelError/conflict(_:)`` for invoices
///   of several customers, for paying back more than a customer has to get, for a day in a closed period, and
///   if another payment was booked under the key.
public struct RecordPayment: ModelFunction {
    /// The name `accounting.record-payment`.
    public static let name = "accounting.record-payment"

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

    /// Books the payment and returns it.
    public func run(in model: Model) async throws -> CustomerPayment {
        let customer = try PlainText.said(customer, as: "customer")
        let account = try PlainText.said(account, as: "account")
        let reference = try PlainText.said(reference, as: "reference")
        let numbers = invoices.map { "{\($0.map(String.init).joined(separator: ","))}" }
        let payment = try await model.database.first(
            """
            select *
            from accounting.record_payment(
              coalesce(\(day?.description)::date, sales.shop_day(\(model.now))), \(amount), \(customer),
              \(account), \(reference), \(numbers)::bigint[], \(key))
            """,
            as: CustomerPayment.self
        )
        guard let payment else { throw ModelError.unavailable("the payment was booked but not returned") }
        return payment
    }
}
