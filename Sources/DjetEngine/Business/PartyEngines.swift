public import DjetModel

/// Serves customers: the list with its search, and the form of each one.
public struct CustomersEngine: Engine {
    /// The basetype `customers`.
    public static let basetype = Basetype("customers", title: "Customers")

    /// Creates the engine.
    public init() {}

    /// The routes of the list and of one customer.
    public var routes: [Route] { PartyRoutes<CustomerRole>().routes }
}

/// Serves suppliers: the list with its search, and the form of each one.
public struct SuppliersEngine: Engine {
    /// The basetype `suppliers`.
    public static let basetype = Basetype("suppliers", title: "Suppliers")

    /// Creates the engine.
    public init() {}

    /// The routes of the list and of one supplier.
    public var routes: [Route] { PartyRoutes<SupplierRole>().routes }
}

/// The routes of customers, or of suppliers: the list with its search, and the form of each one.
private struct PartyRoutes<Role: PartyRole>: Sendable {
    var routes: [Route] {
        GoodsRoutes<SetParty<Role>>(
            templates: "\(Role.word)s", word: Role.word, list: list.route,
            find: { visit, code in try await visit.model.call(FindParty<Role>(code: code)) }
        ).routes
    }

    private var list: FilteredList<ListParties<Role>.Output> {
        FilteredList(
            template: "parties/list", summary: "All by code, or what a search finds", things: "\(Role.word)s",
            thing: Role.word, filter: [.search], marks: [.searchMark], isLatestFirst: false
        ) { visit in
            try await visit.model.call(
                ListParties<Role>(search: visit.query["search"], after: visit.searchMark, limit: visit.limit))
        }
    }
}
