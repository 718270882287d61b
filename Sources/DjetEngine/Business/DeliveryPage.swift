import DjetModel
import Foundation

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
    /// The customer's code; nil for a walk-in.
    let customer: String?
    let paths: BusinessPaths

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
        customer = order.customer
        paths = BusinessPaths(visit)
    }
}

/// A parcel with its lines.
struct ParcelPage: Codable, Sendable {
    let parcel: OrderParcel
    /// The address of what is to be shipped.
    let shippingPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ parcel: OrderParcel) {
        self.parcel = parcel
        shippingPath = visit.path()
        paths = BusinessPaths(visit)
    }
}
