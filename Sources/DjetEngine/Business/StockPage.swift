import DjetModel

/// A page of what is on hand.
struct StockPage: Codable, Sendable {
    /// The states to choose in the filter.
    static let states = ["free", "out"]

    /// The filter, as the form shows it.
    struct Filter: Codable, Sendable {
        let search: String
        let warehouse: String
        let states: [OrdersPage.Choice]
    }

    let stock: [ListStock.Entry]
    /// The mark of the next page; nil if this is the last.
    let next: ListStock.Mark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    let filter: Filter
    let mayUse: Bool
    /// The address of the stock.
    let stockPath: String

    init(_ visit: Visit, _ output: ListStock.Output) {
        stock = output.stock
        next = output.next
        let names = ["search", "warehouse", "state"]
        nextPath = visit.nextPath(
            visit.path(), keeping: names,
            output.next.map { [("after", $0.product), ("afterWarehouse", $0.warehouse)] })
        isLater = visit.query["after"] != nil
        isFiltered = visit.isFiltered(by: names)
        filter = Filter(
            search: visit.shown("search"), warehouse: visit.shown("warehouse"),
            states: Self.states.map { .init(value: $0, isChosen: $0 == visit.query["state"]) })
        mayUse = visit.may(.use)
        stockPath = visit.path()
    }
}

/// The differences that a check of all moves has found.
struct StockCheckPage: Codable, Sendable {
    let differences: [CheckStock.Difference]
    /// The address of the stock.
    let stockPath: String

    init(_ visit: Visit, _ differences: [CheckStock.Difference]) {
        self.differences = differences
        stockPath = visit.path()
    }
}
