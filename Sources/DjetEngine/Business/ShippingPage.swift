import DjetModel
import Foundation

/// A page of the orders that are to be shipped.
struct ShippingPage: Codable, Sendable {
    /// The states to choose in the filter.
    static let states = ["shippable", "missing"]

    let orders: [ListToShip.Entry]
    /// The `after` of the next page; nil if this is the last.
    let next: Order.ID?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    let states: [OrdersPage.Choice]
    let mayUse: Bool
    /// The address of what is to be shipped.
    let shippingPath: String

    init(_ visit: Visit, _ output: ListToShip.Output) {
        orders = output.orders
        next = output.next
        nextPath = visit.nextPath(
            visit.path(), keeping: ["state"], output.next.map { [("after", "\($0)")] })
        isLater = visit.query["after"] != nil
        isFiltered = visit.isFiltered(by: ["state"])
        states = Self.states.map { .init(value: $0, isChosen: $0 == visit.query["state"]) }
        mayUse = visit.may(.use)
        shippingPath = visit.path()
    }
}

/// The state of an order's delivery, with the ways on from it.
struct DeliveryPage: Codable, Sendable {
    /// The id of the order.
    let order: Order.ID
    /// The number of the order.
    let orderNumber: String
    let orderedOn: Day
    let lines: [Delivery.Line]
    /// The `after` of the lines that follow; nil if these are the last.
    let next: Int?
    /// The address of the lines that follow; empty if these are the last.
    let nextPath: String
    /// The address of the first lines; empty if these are.
    let firstPath: String
    /// True if something is reserved in these lines.
    let hasReserved: Bool
    /// True if something is left to ship in these lines.
    let isOpen: Bool
    /// True if something was shipped in these lines.
    let hasShipped: Bool
    let mayUse: Bool
    /// The address of what is to be shipped.
    let shippingPath: String
    /// The address of its parcels.
    let parcelsPath: String
    /// The address of the order; empty if there is none that the visitor may see.
    let orderPath: String

    init(_ visit: Visit, _ order: Order, _ delivery: Delivery) {
        self.order = order.id
        orderNumber = order.number
        orderedOn = order.orderedOn
        lines = delivery.lines
        next = delivery.next
        let path = visit.path("\(order.id)")
        nextPath = delivery.next.map { "\(path)?after=\($0)" } ?? ""
        firstPath = visit.query["after"] == nil ? "" : path
        hasReserved = lines.contains { $0.reserved > 0 }
        isOpen = lines.contains { $0.ordered > $0.shipped }
        hasShipped = lines.contains { $0.shipped > 0 }
        mayUse = visit.may(.use)
        shippingPath = visit.path()
        parcelsPath = "\(visit.path("parcels"))?order=\(Percent.encoded(order.number))"
        orderPath = visit.path(toBasetype: "orders", "\(order.id)")
    }
}

/// A page of the lines that lack goods.
struct BackordersPage: Codable, Sendable {
    let lines: [ListBackorders.Entry]
    /// The mark of the next page; nil if this is the last.
    let next: ListBackorders.Mark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    /// The product of the filter.
    let filteredProduct: String
    /// The address of what is to be shipped.
    let shippingPath: String
    /// The address of the stock; empty if there is none that the visitor may see.
    let stockPath: String

    init(_ visit: Visit, _ output: ListBackorders.Output) {
        lines = output.lines
        next = output.next
        nextPath = visit.nextPath(
            visit.path("backorders"), keeping: ["product"],
            output.next.map { [("after", "\($0.order).\($0.line)")] })
        isLater = visit.query["after"] != nil
        isFiltered = visit.isFiltered(by: ["product"])
        filteredProduct = visit.shown("product")
        shippingPath = visit.path()
        stockPath = visit.path(toBasetype: "stock")
    }
}
