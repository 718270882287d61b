import DjetModel
import Foundation

/// One order with a page of its lines, and what can be done with it.
struct OrderPage: Codable, Sendable {
    let order: Order
    /// Whether only some of its lines are here: its `lineCount` says how many there are.
    let isCut: Bool
    /// The number of the line behind which these begin; nil if they are the first.
    let after: Int64?
    /// What to ask for as `after` to get the lines that follow; nil if these are the last.
    let next: Int?
    /// The address of the lines that follow; empty if these are the last.
    let nextPath: String
    /// The address of the first lines; empty if these are.
    let firstPath: String
    let invoice: InvoiceReference?
    /// The address of the invoice; empty if there is none, or none that the visitor may see.
    let invoicePath: String
    /// Where it can be invoiced; empty if it cannot, or not by the visitor.
    let invoicingPath: String

    init(_ visit: Visit, _ found: FindOrder.Output) {
        order = found.order
        isCut = found.order.lines.count < found.order.lineCount
        let path = visit.path("\(found.order.id)")
        after = visit.query.integer("after")
        next = found.next
        nextPath = found.next.map { "\(path)?after=\($0)" } ?? ""
        firstPath = after == nil ? "" : path
        invoice = found.invoice
        invoicePath = found.invoice.map { visit.path(toBasetype: "invoices", "\($0.id)") } ?? ""
        let isOpen = found.invoice == nil && found.order.total != 0
        invoicingPath = isOpen && visit.may(.use) ? visit.path("\(found.order.id)", "invoice") : ""
    }
}
