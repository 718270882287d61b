import DjetModel
import Foundation

/// An order with a page of its lines, and with the ways on from it.
struct OrderPage: Codable, Sendable {
    let order: Order
    /// True if only some of the lines are here: `order.lineCount` counts them all.
    let isCut: Bool
    /// The number of the line before these; nil if they are the first.
    let after: Int64?
    /// The `after` of the lines that follow; nil if these are the last.
    let next: Int?
    /// The address of the lines that follow; empty if these are the last.
    let nextPath: String
    /// The address of the first lines; empty if these are.
    let firstPath: String
    let invoice: InvoiceReference?
    /// The address of the invoice; empty if there is none, or none that the visitor may see.
    let invoicePath: String
    /// The address for invoicing it; empty if it cannot be invoiced, or not by the visitor.
    let invoicingPath: String
    /// The address for confirming it; empty if it is no quote, or not the visitor's to confirm.
    let confirmingPath: String
    /// The address for cancelling it; empty if it cannot be cancelled, or not by the visitor.
    let cancellingPath: String
    /// The address for closing it; empty if it is not invoiced, or not the visitor's to close.
    let closingPath: String

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
        let (status, isInvoiced) = (found.order.status, found.invoice != nil)
        let isOpen = !isInvoiced && found.order.total != 0 && status == .confirmed
        func way(_ name: String, if isPossible: Bool) -> String {
            isPossible && visit.may(.use) ? visit.path("\(found.order.id)", name) : ""
        }
        invoicingPath = way("invoice", if: isOpen && found.order.currency == nil)
        confirmingPath = way("confirm", if: status == .quote)
        cancellingPath = way("cancel", if: status == .quote || (status == .confirmed && !isInvoiced))
        closingPath = way("close", if: status == .confirmed && isInvoiced && !found.order.isReturn)
    }
}
