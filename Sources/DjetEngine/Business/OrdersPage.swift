import DjetJSON
import DjetModel

/// A page of orders.
struct OrdersPage: Codable, Sendable {
    /// The filter, as the form shows it.
    struct Filter: Codable, Sendable {
        let customer: String
        let number: String
        let from: String
        let to: String
        let states: [Choice]
        let statuses: [Choice]
    }

    /// A state or kind to choose in the filter.
    struct Choice: Codable, Sendable {
        let value: String
        let isChosen: Bool
    }

    let orders: [OrderSummary]
    /// The `after` of the next page; nil if this is the last.
    let next: PageMark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    let filter: Filter
    let mayUse: Bool
    /// The address of the orders; empty if there is none.
    let ordersPath: String
    /// The address of the invoices; empty if there is none that the visitor may see.
    let invoicesPath: String

    init(_ visit: Visit, _ output: ListOrders.Output) {
        orders = output.orders
        next = output.next
        nextPath = ListFilter(visit: visit).path(after: output.next, keeping: ["number", "state", "status"])
        isLater = visit.query["after"] != nil
        let query = visit.query
        isFiltered = ["customer", "number", "from", "to", "state", "status", "after"].contains {
            query[$0] != nil
        }
        filter = Filter(
            customer: query["customer"] ?? "", number: query["number"] ?? "",
            from: (query["from"] ?? "").beginning(10), to: (query["to"] ?? "").beginning(10),
            states: ListOrders.State.allCases.map {
                Choice(value: $0.rawValue, isChosen: $0.rawValue == query["state"])
            },
            statuses: Order.Status.allCases.map {
                Choice(value: $0.rawValue, isChosen: $0.rawValue == query["status"])
            })
        mayUse = visit.may(.use)
        ordersPath = visit.path()
        invoicesPath = visit.path(toBasetype: "invoices")
    }
}
