import DjetJSON
public import DjetModel

/// Serves payments: the list, each one, and the form to book one.
public struct PaymentsEngine: Engine {
    /// The basetype `payments`.
    public static let basetype = Basetype("payments", title: "Payments")

    /// Creates the engine.
    public init() {}

    /// The routes of the list, of one payment and of the form.
    public var routes: [Route] {
        [
            Route(
                .get, "", "Payments, latest first",
                query: [
                    QueryField("customer", .text, "The customer's exact code"), .from, .to, .after, .limit,
                ], answer: .page(PaymentsPage.self), action: list),
            Route(.get, "{id:int}", "One payment with what it settles", answer: .page(PaymentPage.self)) {
                visit in
                let payment = try await visit.model.call(FindPayment(payment: try visit.id))
                return .page("payments/payment", title: "Payment \(payment.id)", PaymentPage(visit, payment))
            },
        ] + Self.form.routes
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let filter = ListFilter(visit: visit)
        var list = ListPayments()
        list.customer = filter.customer
        list.from = filter.from
        list.to = filter.to
        list.after = try filter.after
        list.limit = filter.limit
        let output = try await visit.model.call(list)
        return .page("payments/list", title: visit.node.title, PaymentsPage(visit, output))
    }

    private static let form = FunctionForm<RecordPayment>(
        path: "new", title: "Record a payment", button: "Record the payment",
        lead: """
            It settles the invoices that are named, or else the customer's open ones, due first. What is left \
            is the customer's prepayment. A negative amount was paid to the customer.
            """,
        beginning: (
            QueryField("customer", .text, "The customer with whom the form begins"), "customer"
        ), action: "payment.record", done: { ("\($0.id)", ["\($0.id)"]) })
}
