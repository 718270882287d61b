import DjetModel

/// A page of parcels.
struct ParcelsPage: Codable, Sendable {
    /// The filter, as the form shows it.
    struct Filter: Codable, Sendable {
        let order: String
        let customer: String
        let code: String
        let tracking: String
        let from: String
        let to: String
    }

    let parcels: [ParcelSummary]
    /// The `after` of the next page; nil if this is the last.
    let next: PageMark?
    /// The address of the next page; empty if this is the last.
    let nextPath: String
    /// True if a page came before this one.
    let isLater: Bool
    /// True if the query narrows the list or turns its pages.
    let isFiltered: Bool
    let filter: Filter
    /// The address of what is to be shipped.
    let shippingPath: String

    init(_ visit: Visit, _ output: ListParcels.Output) {
        parcels = output.parcels
        next = output.next
        let names = ["order", "customer", "code", "tracking", "from", "to"]
        nextPath = visit.nextPath(
            visit.path("parcels"), keeping: names, output.next.map { [("after", $0.description)] })
        isLater = visit.query["after"] != nil
        isFiltered = visit.isFiltered(by: names)
        filter = Filter(
            order: visit.shown("order"), customer: visit.shown("customer"), code: visit.shown("code"),
            tracking: visit.shown("tracking"), from: visit.shown("from", isDay: true),
            to: visit.shown("to", isDay: true))
        shippingPath = visit.path()
    }
}

/// A parcel with its lines.
struct ParcelPage: Codable, Sendable {
    let parcel: OrderParcel
    /// The address of what is to be shipped.
    let shippingPath: String

    init(_ visit: Visit, _ parcel: OrderParcel) {
        self.parcel = parcel
        shippingPath = visit.path()
    }
}
