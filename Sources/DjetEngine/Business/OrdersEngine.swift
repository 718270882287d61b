import DjetJSON
public import DjetModel
import DjetStore
import HTTPTypes

/// Serves orders: the list, each one, a form to place one by hand, and their invoicing.
public struct OrdersEngine: Engine {
    /// The basetype `orders`.
    public static let basetype = Basetype(
        "orders", title: "Orders", columns: [Column("queue", title: "Queue for invoicing", .queue)])

    /// Creates the engine.
    public init() {}

    /// The routes of the list, of one order, and of what can be done with them.
    public var routes: [Route] { pages + steps + Self.change.routes + Self.return.routes }

    private var pages: [Route] {
        [
            Self.list.route,
            Route(.get, "new", right: .use, "The form of a new order", answer: .open) { visit in
                visit.wantsHTML
                    ? .page("orders/new", title: "Place an order", OrderFormPage(visit))
                    : .page("", title: "", PlaceOrder.schema.jsonSchema)
            },
            Route(
                .post, "", "Places an order; once per Idempotency-Key",
                body: .value(PlaceOrder.self),
                answer: .page(Order.self), action: place),
            Route(
                .get, "{id:int}", "One order, with up to 1,000 of its lines",
                query: [
                    QueryField(
                        "after", .integer(1...Int64.max),
                        "Only lines after this number: the next of the previous page")
                ], answer: .page(OrderPage.self)
            ) { visit in
                let after = visit.query.integer("after").map { Int($0) }
                let found = try await visit.model.call(FindOrder(order: try visit.id, after: after))
                let page = OrderPage(visit, found, try await parcels(of: found.order, visit))
                return .page("orders/order", title: "Order \(found.order.number)", page)
            },
        ]
    }

    /// Returns the first parcels of an order; none if the visitor may not see them.
    private func parcels(of order: Order, _ visit: Visit) async throws -> [ParcelSummary] {
        guard !visit.path(toBasetype: "shipping").isEmpty else { return [] }
        var list = ListParcels()
        list.order = order.number
        return try await visit.model.call(list).parcels
    }

    /// Returns an invoice as the shape of a POST's answer, for clients that prefer no ticket, and the
    /// arguments of a form whose order the path names.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        guard route.method == .post else { return RouteShapes() }
        if route.path == Self.return.path { return RouteShapes(body: Self.return.schema) }
        if route.path == Self.change.path { return RouteShapes(body: Self.change.schema) }
        return RouteShapes(answer: Schema.of(InvoiceSummary.self))
    }

    private static let list = FilteredList<ListOrders.Output>(
        template: "orders/list", summary: "Orders and returns, latest first", things: "orders",
        filter: [
            .customer,
            FilterField(QueryField("number", .text, "The beginning of the number"), "Number begins with"),
            .from, .to,
            FilterField(
                QueryField(
                    "state", .choice(ListOrders.State.allCases.map(\.rawValue)),
                    "Only open, only invoiced, or only free orders"), "Invoicing"),
            FilterField(
                QueryField(
                    "status", .choice(Order.Status.allCases.map(\.rawValue)), "Only orders of this status"),
                "Status"),
        ]
    ) { visit in
        var list = ListOrders()
        (list.customer, list.number) = (visit.query["customer"], visit.query["number"])
        (list.from, list.to) = (visit.day("from"), visit.day("to"))
        list.state = visit.query["state"].flatMap(ListOrders.State.init)
        list.status = visit.query["status"].flatMap(Order.Status.init)
        (list.after, list.limit) = (try visit.pageMark, visit.limit)
        return try await visit.model.call(list)
    }

    private func place(_ visit: Visit) async throws -> Reply {
        do {
            let order = try await placed(visit)
            return .done(visit.path("\(order.id)"), order)
        } catch let error as any FinalError where visit.wantsHTML {
            let page = OrderFormPage(visit, visit.form, error: error)
            let status = HTTPResponse.Status(code: Problem(error).status)
            return .page("orders/new", title: "Place an order", page, status: status)
        }
    }

    private func placed(_ visit: Visit) async throws -> Order {
        let submission = try Submission(visit)
        let arguments = try await submission.arguments(of: PlaceOrder.schema, in: visit.model)
        do {
            let function = try JSON.value(PlaceOrder.self, from: arguments)
            return try await visit.model.transaction { model in
                let order = try await model.call(function)
                try await model.audit("order.place", order.number)
                return order
            }
        } catch let error as DecodingError {
            throw FieldErrors(error)
        }
    }

    private static let `return` = FunctionForm<ReturnLines>(
        path: "{id:int}/return", title: "Return lines of an order", button: "Take them back",
        lead: "No more comes back than was delivered. The goods go into the warehouse, and are credited.",
        argument: "order",
        delivery: { try await $0.model.call(FindDelivery(order: try $0.id)) }, action: "order.return",
        done: { ($0.order.number, ["\($0.order.id)"]) })
}

extension PlaceOrder {
    /// The shape of an order to be placed.
    static let schema = Schema.of(PlaceOrder.self)

    /// The fields of the form for people: the addresses are the customer's.
    static let formSchema = Schema.object(
        schema.fields.filter { !["key", "invoiceAddress", "deliveryAddress"].contains($0.name) })
}

extension Visit {
    /// The id of the order or invoice in the path. Throws `ModelError.notFound` if it can be none.
    var id: Int {
        get throws { Int(try integer("id")) }
    }
}
