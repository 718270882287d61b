import DjetJSON
import DjetModel

extension OrdersEngine {
    /// The routes of what can be done with one order, and with all.
    var steps: [Route] {
        [
            Route(.post, "invoice-open", "Offloads the invoicing of all open orders", answer: .ticket) {
                try await offload(InvoiceOpenOrders(), $0)
            },
            Route(
                .post, "invoice-delivered", "Offloads the invoicing of all that is delivered", answer: .ticket
            ) {
                try await offload(InvoiceOpenOrders(of: .delivered), $0)
            },
            Route(
                .post, "{id:int}/invoice", "Invoices the order, or offloads the invoicing", answer: .open
            ) {
                try await invoice(InvoiceOrder(order: try $0.id), $0)
            },
            Route(
                .post, "{id:int}/invoice-delivered",
                "Invoices what is delivered of the order, or offloads the invoicing", answer: .open
            ) {
                try await invoice(InvoiceOrder(order: try $0.id, of: .delivered), $0)
            },
            Route(.post, "{id:int}/confirm", "Confirms the quote", answer: .page(Order.self)) { visit in
                try await change(visit, ConfirmOrder(order: try visit.id), "order.confirm")
            },
            Route(.post, "{id:int}/cancel", "Cancels the order", answer: .page(Order.self)) { visit in
                try await change(visit, CancelOrder(order: try visit.id), "order.cancel")
            },
            Route(.post, "{id:int}/close", "Closes the order", answer: .page(Order.self)) { visit in
                try await change(visit, CloseOrder(order: try visit.id), "order.close")
            },
        ]
    }

    /// Changes the status of an order by a function, and notes it in the audit.
    private func change<Function: ModelFunction>(
        _ visit: Visit, _ function: Function, _ action: String
    ) async throws -> Reply where Function.Output == Order {
        let order = try await visit.model.transaction { model in
            let order = try await model.call(function)
            try await model.audit(action, order.number)
            return order
        }
        return .done(visit.path("\(order.id)"), order)
    }

    private func invoice(_ function: InvoiceOrder, _ visit: Visit) async throws -> Reply {
        if visit.isLeftForLater { return try await offload(function, visit) }
        let invoice = try await visit.model.transaction { model in
            let invoice = try await model.call(function)
            try await model.audit("order.invoice", invoice.orderNumber)
            return invoice
        }
        let path = visit.path(toBasetype: "invoices", "\(invoice.id)")
        return .done(path.isEmpty ? visit.path("\(function.order)") : path, invoice)
    }

    private func offload(_ function: some ModelFunction, _ visit: Visit) async throws -> Reply {
        try visit.refuseGuestsTicket()
        try await visit.refuseTooManyJobs()
        let ticket = try await visit.model.offload(function, on: visit.node.text("queue"))
        await visit.note("function.offload", type(of: function).name, ["ticket": .text(ticket.description)])
        return .accepted(ticket.id)
    }
}
