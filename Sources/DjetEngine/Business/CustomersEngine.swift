public import DjetModel

/// Serves customers: the list with its search, and the form of each one.
public struct CustomersEngine: Engine {
    /// The basetype `customers`.
    public static let basetype = Basetype("customers", title: "Customers")

    /// Creates the engine.
    public init() {}

    /// The routes of the list and of one customer.
    public var routes: [Route] {
        GoodsRoutes<SetCustomer, Party>(
            templates: "customers", word: "customer",
            list: { visit, mark in
                let page = try await visit.model.call(
                    ListCustomers(
                        search: visit.query["search"], after: mark,
                        limit: visit.query.integer("limit").map { Int($0) }))
                return (page.parties, page.next)
            },
            find: { visit, code in try await visit.model.call(FindCustomer(code: code)) }
        ).routes
    }
}
