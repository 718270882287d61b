import DjetJSON
import DjetModel

extension OrdersEngine {
    /// The form in which a quote is changed, until it is confirmed.
    static let change = FunctionForm<ChangeOrder>(
        path: "{id:int}/change", title: "Change a quote", button: "Save the quote",
        lead: """
            It can be changed until it is confirmed. What is left empty is emptied, and an empty row removes its \
            line. A price that is left empty is that of the price lists.
            """,
        argument: "order", hidden: ["clear", "lines.undoesLine"], showsAll: true, rows: 3, spareRows: 3,
        fields: { try await quote($0) }, action: "order.change", done: { ($0.number, ["\($0.id)"]) })

    /// The most lines that a form holds.
    private static let mostLines = 150

    /// Returns the fields of a quote. Throws `ModelError.conflict` if it cannot be changed in a form.
    private static func quote(_ visit: Visit) async throws -> [FormEntry] {
        let order = try await visit.model.call(FindOrder(order: try visit.id)).order
        guard order.status == .quote else {
            throw ModelError.conflict(
                "order \(order.number) is \(order.status.rawValue): only a quote can be changed")
        }
        guard order.lineCount <= mostLines else {
            throw ModelError.conflict(
                """
                order \(order.number) has \(order.lineCount) lines, and a form holds \(mostLines): change it \
                with \(ChangeOrder.name)
                """)
        }
        return try JSON.tree(of: order.change).entries()
    }
}

extension Order {
    /// The change that leaves a quote as it is.
    fileprivate var change: ChangeOrder {
        var change = ChangeOrder(order: id)
        (change.customer, change.country, change.orderedOn) = (customer, country, orderedOn)
        (change.currency, change.invoiceAddress) = (currency, invoiceAddress)
        change.deliveryAddress = deliveryAddress
        change.lines = lines.map { line in
            PlaceOrder.Line(
                product: line.product, description: line.description, quantity: line.quantity,
                unitPrice: line.unitPrice, discount: line.discount)
        }
        return change
    }
}
