import DjetJSON
import DjetModel

extension ShippingEngine {
    /// The delivery of one order, and what can be done with it and with all.
    var steps: [Route] {
        [
            Route(
                .get, "{id:int}", "How far an order is delivered, with up to 1,000 of its lines",
                query: [
                    QueryField(
                        "after", .integer(1...Int64.max),
                        "Only lines after this number: the next of the previous page")
                ], answer: .page(DeliveryPage.self), action: delivery),
            Route(
                .post, "{id:int}/reserve", "Reserves as much as there is for an order",
                answer: .page(Delivery.self)
            ) { visit in
                try await keep(ReserveOrder(order: try visit.id, partial: true), "order.reserve", visit)
            },
            Route(
                .post, "{id:int}/release", "Gives back what is reserved for an order",
                answer: .page(Delivery.self)
            ) { visit in
                try await keep(ReleaseOrder(order: try visit.id), "order.release", visit)
            },
            Route(
                .post, "pick", "Makes the pick list of orders, a file", body: .value(PickForm.self),
                answer: .page(PickOrders.Output.self), action: pick),
            Route(.get, "files/{file:int}", "A pick list of yours", answer: .bytes("*/*")) { visit in
                try FileReply(await visit.model.ownFile(try visit.integer("file")), visit).reply
            },
            Route(
                .post, "ship-open", "Offloads the shipping of all orders of which goods are there",
                answer: .ticket, action: shipOpen),
        ]
    }

    private func delivery(_ visit: Visit) async throws -> Reply {
        let id = try visit.id
        let order = try await visit.model.call(FindOrder(order: id)).order
        let delivery = try await visit.model.call(
            FindDelivery(order: id, after: visit.query.integer("after").map { Int($0) }))
        let page = DeliveryPage(visit, order, delivery)
        return .page("shipping/order", title: "Delivery of order \(order.number)", page)
    }

    private func keep<Function: ModelFunction>(
        _ function: Function, _ action: String, _ visit: Visit
    ) async throws -> Reply where Function.Output == Delivery {
        let delivery = try await visit.model.transaction { model in
            let delivery = try await model.call(function)
            try await model.audit(action, "\(delivery.order)")
            return delivery
        }
        return .done(visit.path("\(delivery.order)"), delivery)
    }

    private func pick(_ visit: Visit) async throws -> Reply {
        // The list is a file, and a guest's would be nobody's.
        try visit.refuseGuestsTicket()
        let orders = try visit.body(as: PickForm.self).order ?? []
        guard !orders.isEmpty else { throw ModelError.invalid("choose the orders to pick") }
        let list = try await visit.model.call(PickOrders(orders: orders))
        await visit.note("orders.pick", orders.prefix(10).map(String.init).joined(separator: ", "))
        return .done(visit.path("files", "\(list.file.id)"), list)
    }

    private func shipOpen(_ visit: Visit) async throws -> Reply {
        try visit.refuseGuestsTicket()
        try await visit.refuseTooManyJobs()
        let ticket = try await visit.model.offload(ShipOpenOrders(), on: visit.node.text("queue"))
        await visit.note(
            "function.offload", ShipOpenOrders.name, ["ticket": .text(ticket.description)])
        return .accepted(ticket.id)
    }
}

/// The orders that are to be picked.
struct PickForm: Codable, Sendable {
    /// The ids of the orders.
    var order: [Int]?
}
