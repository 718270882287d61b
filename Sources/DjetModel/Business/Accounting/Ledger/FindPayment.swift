import DjetStore

/// Finds one payment with what it settles.
public struct FindPayment: ModelFunction {
    /// The name `accounting.find-payment`.
    public static let name = "accounting.find-payment"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The payment's id.
    public var payment: Int

    /// Creates the search for a payment.
    public init(payment: Int) {
        self.payment = payment
    }

    /// Returns the payment. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> CustomerPayment {
        try await model.database.first(
            "select * from accounting.whole_payment where id = \(payment)", as: CustomerPayment.self,
            orThrow: .notFound("there is no payment with the id \(payment)"))
    }
}
