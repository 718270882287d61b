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
    /// Its invoices, and the credit notes that correct them.
    let invoices: [InvoiceReference]
    /// Its parcels, up to 50; none if the visitor may not see them.
    let parcels: [ParcelSummary]
    /// The returns that undo it.
    let returns: [ReturnReference]
    /// The id of the order that a return undoes; nil if it names none.
    let undoneOrder: Order.ID?
    /// The address of the orders.
    let ordersPath: String
    /// The amounts that are left to invoice.
    let left: LeftToInvoice
    /// The tax on what is left to invoice; nil if nothing is, if it is outside of tax, or if a rate is
    /// missing.
    let expected: ExpectedTax?
    /// True if a part of it is invoiced, and the rest is not.
    let isPartlyInvoiced: Bool
    /// The address for invoicing it; empty if it cannot be invoiced, or not by the visitor.
    let invoicingPath: String
    /// The address for invoicing what is delivered; empty if there is nothing to invoice, or not for the
    /// visitor.
    let deliveredPath: String
    /// The address of the form in which lines of it are returned; empty if it cannot be returned, or not by
    /// the visitor.
    let returnPath: String
    /// The address of the form in which it is changed; empty if it is no quote, or not the visitor's to
    /// change.
    let changingPath: String
    /// The address for confirming it; empty if it is no quote, or not the visitor's to confirm.
    let confirmingPath: String
    /// The address for cancelling it; empty if it cannot be cancelled, or not by the visitor.
    let cancellingPath: String
    /// The address for closing it; empty if it is not invoiced, or not the visitor's to close.
    let closingPath: String
    /// The address of its delivery; empty if nothing of it is shipped, or the visitor may not see it.
    let deliveryPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ found: FindOrder.Output, _ parcels: [ParcelSummary]) {
        order = found.order
        isCut = found.order.lines.count < found.order.lineCount
        let path = visit.path("\(found.order.id)")
        after = visit.query.integer("after")
        next = found.next
        nextPath = found.next.map { "\(path)?after=\($0)" } ?? ""
        firstPath = after == nil ? "" : path
        (invoices, returns, self.parcels) = (found.invoices, found.returns, parcels)
        (left, undoneOrder) = (found.left, found.undoneOrder)
        (ordersPath, paths) = (visit.path(), BusinessPaths(visit))
        expected = found.expected.flatMap { $0.tax == nil ? nil : $0 }
        let placed = found.order
        let (isConfirmed, isInvoiced) = (placed.status == .confirmed, !found.invoices.isEmpty)
        isPartlyInvoiced = isInvoiced && found.left.ordered != 0
        let isOpen = placed.isReturn ? !isInvoiced && placed.total != 0 : found.left.ordered != 0
        func way(_ name: String, if isPossible: Bool) -> String {
            isPossible && visit.may(.use) ? visit.path("\(placed.id)", name) : ""
        }
        invoicingPath = way("invoice", if: isConfirmed && isOpen && placed.currency == nil)
        deliveredPath = way("invoice-delivered", if: found.left.delivered > 0)
        returnPath = way("return", if: !placed.isReturn && (isConfirmed || placed.status == .closed))
        changingPath = way("change", if: placed.status == .quote)
        confirmingPath = way("confirm", if: placed.status == .quote)
        cancellingPath = way("cancel", if: placed.status == .quote || (isConfirmed && !isInvoiced))
        closingPath = way("close", if: isConfirmed && isInvoiced && !placed.isReturn)
        let isShipped = !placed.isReturn && (isConfirmed || placed.status == .closed)
        deliveryPath = isShipped ? visit.path(toBasetype: "shipping", "\(placed.id)") : ""
    }
}
