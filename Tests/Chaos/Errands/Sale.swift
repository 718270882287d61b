import DjetModel
import DjetStore
import Foundation

/// An errand that places an order, receives its goods, ships and invoices it in one transaction: one order,
/// one parcel, one invoice, no gap.
struct Sale: Errand {
    static let name = "chaos.sale"
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        let line = PlaceOrder.Line(product: "P\(number % 10)", quantity: 1, unitPrice: 10)
        let order = try await model.call(PlaceOrder(lines: [line]))
        try await dawdle()
        _ = try await model.call(ReceiveGoods(lines: [StockLine(product: line.product, quantity: 1)]))
        _ = try await model.call(ShipOrder(order: order.id))
        let invoice = try await model.call(InvoiceOrder(order: order.id))
        try await model.database.query(
            "insert into chaos.sale_effect (job, invoice) values (\(model.job?.ticket.number), \(invoice.number))"
        )
        return value
    }
}
