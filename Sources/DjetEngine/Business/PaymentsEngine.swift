import DjetJSON
public import DjetModel

/// Serves payments: the list, each one, and the form to book one; and the lines of bank statements, with the
/// form to assign one.
public struct PaymentsEngine: Engine {
    /// The basetype `payments`.
    public static let basetype = Basetype("payments", title: "Payments")

    /// Creates the engine.
    public init() {}

    /// The routes of the lists, of one payment, of one line of a bank statement and of the forms.
    public var routes: [Route] {
        [
            Self.list.route,
            Route(.get, "{id:int}", "One payment with what it settles", answer: .page(PaymentPage.self)) {
                visit in
                let payment = try await visit.model.call(FindPayment(payment: try visit.id))
                return .page("payments/payment", title: "Payment \(payment.id)", PaymentPage(visit, payment))
            },
        ] + bank + Self.form.routes + Self.assignment.routes
    }

    /// Returns the arguments of the assignment, whose line the path names.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        route.method == .post && route.path == Self.assignment.path
            ? RouteShapes(body: Self.assignment.schema) : RouteShapes()
    }

    private var bank: [Route] {
        [
            Self.lines.route,
            Route(
                .get, "bank/{id:int}", "One line of a bank statement", answer: .page(BankLinePage.self)
            ) { visit in
                let line = try await visit.model.call(FindBankLine(line: try visit.id))
                return .page("payments/line", title: "Line \(line.id)", BankLinePage(visit, line))
            },
        ]
    }

    private static let list = FilteredList<ListPayments.Output>(
        template: "payments/list", summary: "Payments, latest first", things: "payments",
        filter: [.customer, .from, .to]
    ) { visit in
        var list = ListPayments()
        list.customer = visit.query["customer"]
        (list.from, list.to) = (visit.day("from"), visit.day("to"))
        (list.after, list.limit) = (try visit.pageMark, visit.limit)
        return try await visit.model.call(list)
    }

    private static let lines = FilteredList<ListBankLines.Output>(
        path: "bank", template: "payments/bank", title: "Bank statements",
        summary: "The lines of bank statements, latest first", things: "lines",
        filter: [
            FilterField(
                QueryField("state", .choice(["to-assign"]), "Only those that wait on the clearing list"), nil),
            .from, .to,
        ]
    ) { visit in
        var list = ListBankLines(toAssign: visit.query["state"] != nil)
        (list.from, list.to) = (visit.day("from"), visit.day("to"))
        (list.after, list.limit) = (try visit.pageMark, visit.limit)
        return try await visit.model.call(list)
    }

    private static let form = FunctionForm<RecordPayment>(
        path: "new", title: "Record a payment", button: "Record the payment",
        lead: """
            It settles the invoices that are named, or else the customer's open ones, due first. What is left \
            is the customer's prepayment. A negative amount was paid to the customer.
            """,
        beginning: [
            (QueryField("customer", .text, "The customer with whom the form begins"), "customer")
        ], action: "payment.record", done: { ("\($0.id)", ["\($0.id)"]) })

    private static let assignment = FunctionForm<AssignBankLine>(
        path: "bank/{id:int}/assign", title: "Assign a line of a bank statement", button: "Assign the line",
        lead: """
            It becomes the payment of a customer, or of invoices: name either. Or it is no payment of a \
            customer, and is set aside.
            """,
        argument: "line", action: "bank.assign", done: { ("\($0.id)", ["bank", "\($0.id)"]) })
}
