import DjetModel
import Foundation

/// One order with its lines, and what can be done with it.
struct OrderPage: Codable, Sendable {
    let order: Order
    /// Whether only the first of its lines are here: its `lineCount` says how many there are.
    let isCut: Bool
    let invoice: InvoiceReference?
    /// The address of the invoice; empty if there is none, or none that the visitor may see.
    let invoicePath: String
    /// Where it can be invoiced; empty if it cannot, or not by the visitor.
    let invoicingPath: String

    init(_ visit: Visit, _ found: FindOrder.Output) {
        order = found.order
        isCut = found.order.lines.count < found.order.lineCount
        invoice = found.invoice
        invoicePath = found.invoice.map { visit.path(toBasetype: "invoices", "\($0.id)") } ?? ""
        let isOpen = found.invoice == nil && found.order.total != 0
        invoicingPath = isOpen && visit.may(.use) ? visit.path("\(found.order.id)", "invoice") : ""
    }
}
