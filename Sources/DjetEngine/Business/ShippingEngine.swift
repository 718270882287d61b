import DjetJSON
public import DjetModel
import Foundation

/// Serves what is to be shipped: the orders, each one's delivery, what they lack, and the parcels.
public struct ShippingEngine: Engine {
    /// The basetype `shipping`.
    public static let basetype = Basetype(
        "shipping", title: "Shipping", columns: [Column("queue", title: "Queue for shipping", .queue)])

    /// Creates the engine.
    public init() {}

    /// The routes of the lists, of one order, of what can be done with it, and of the parcels.
    public var routes: [Route] {
        [Self.toShip.route, Self.backorders.route, Self.parcelList.route] + parcels + steps
            + Self.shipment.routes + Self.return.routes
    }

    /// Returns the arguments of a form whose order the path names.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        guard route.method == .post else { return RouteShapes() }
        return switch route.path {
        case Self.shipment.path: RouteShapes(body: Self.shipment.schema)
        case Self.return.path: RouteShapes(body: Self.return.schema)
        default: RouteShapes()
        }
    }

    private static let toShip = FilteredList<ListToShip.Output>(
        template: "shipping/list", summary: "Orders of which something is to be shipped, as they were booked",
        things: "orders to ship",
        filter: [
            FilterField(
                QueryField(
                    "state", .choice(["shippable", "missing"]),
                    "Only those of which goods are there, or only those that wait for goods"), "Goods")
        ],
        marks: [QueryField("after", .integer(1...Int64.max), "The next of the previous page")],
        isLatestFirst: false
    ) { visit in
        try await visit.model.call(
            ListToShip(
                after: visit.query.integer("after").map { Int($0) }, limit: visit.limit,
                isShippable: visit.query["state"].map { $0 == "shippable" }))
    }

    private static let backorders = FilteredList<ListBackorders.Output>(
        path: "backorders", template: "shipping/backorders", title: "Backorders",
        summary: "The lines of orders that lack goods, as they were booked", things: "backorders",
        filter: [FilterField(QueryField("product", .text, "The product's exact code"), "Product")],
        marks: [
            QueryField(
                "after", .matching(#"^[0-9]{1,18}\.[0-9]{1,9}$"#, like: "42.1"),
                "The next of the previous page")
        ],
        isLatestFirst: false
    ) { visit in
        var list = ListBackorders()
        list.product = visit.query["product"]
        (list.after, list.limit) = (visit.lineMark, visit.limit)
        return try await visit.model.call(list)
    }

    private static let parcelList = FilteredList<ListParcels.Output>(
        path: "parcels", template: "shipping/parcels", title: "Parcels", summary: "Parcels, latest first",
        things: "parcels",
        filter: [
            FilterField(QueryField("order", .text, "The order's exact number"), "Order"), .customer,
            FilterField(QueryField("code", .text, "The parcel's exact code"), "Parcel"),
            FilterField(QueryField("tracking", .text, "The carrier's exact number"), "Tracking number"),
            .from, .to,
        ]
    ) { visit in
        var list = ListParcels()
        (list.order, list.customer) = (visit.query["order"], visit.query["customer"])
        (list.code, list.trackingNumber) = (visit.query["code"], visit.query["tracking"])
        (list.from, list.to) = (visit.day("from"), visit.day("to"))
        (list.after, list.limit) = (try visit.pageMark, visit.limit)
        return try await visit.model.call(list)
    }

    private var parcels: [Route] {
        [
            Route(.get, "parcels/{id:int}", "One parcel with its lines", answer: .page(ParcelPage.self)) {
                visit in
                let parcel = try await visit.model.call(FindParcel(parcel: try visit.id))
                return .page("shipping/parcel", title: "Parcel \(parcel.code)", ParcelPage(visit, parcel))
            },
            Route(
                .get, "parcels/{id:int}/print", "The delivery note of one parcel",
                answer: .page(LetterPage.self)
            ) { visit in
                let note = try await visit.model.call(FindDeliveryNote(parcel: try visit.id))
                let language = try await visit.model.language(ofCustomer: note.parcel.customer)
                let letter = Letter(note, in: visit.letterWords(language))
                let path = visit.path("parcels", "\(note.parcel.id)")
                return .page(
                    "documents/document", title: letter.heading, LetterPage(letter, backPath: path))
            },
        ]
    }

    // MARK: Forms

    private static let shipment = FunctionForm<ShipOrder>(
        path: "{id:int}/ship", title: "Ship an order", button: "Ship",
        lead: "What is listed goes into one parcel. Without any line, all that is left is shipped.",
        argument: "order", fields: { open(try await delivery($0)) },
        delivery: { try await delivery($0) }, action: "order.ship",
        done: { ($0.code, ["parcels", "\($0.id)"]) })

    private static let `return` = FunctionForm<ReceiveReturn>(
        path: "{id:int}/return", title: "Take goods back", button: "Book the return",
        lead: "The lines name what came back of the order. No more comes back than was shipped.",
        argument: "order", delivery: { try await delivery($0) }, action: "order.return",
        done: { ($0.orderNumber ?? "", []) })

    private static func delivery(_ visit: Visit) async throws -> Delivery {
        try await visit.model.call(FindDelivery(order: try visit.id))
    }

    /// Returns the lines of which something can be shipped, as the form's fields; none if there are more than
    /// a form holds.
    private static func open(_ delivery: Delivery) -> [FormEntry] {
        let open = delivery.lines.map { ($0.number, $0.ordered - $0.shipped - $0.missing) }.filter {
            $0.1 > 0
        }
        guard open.count <= 100, delivery.next == nil else { return [] }
        return open.enumerated().flatMap { place, line in
            [("lines[\(place)].line", "\(line.0)"), ("lines[\(place)].quantity", "\(line.1)")]
        }
    }
}

extension Visit {
    /// The mark of the last line on the page before.
    fileprivate var lineMark: ListBackorders.Mark? {
        let numbers = (query["after"] ?? "").split(separator: ".").compactMap { Int($0) }
        return numbers.count == 2 ? .init(order: numbers[0], line: numbers[1]) : nil
    }
}
