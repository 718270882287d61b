import DjetStore

/// Ships every order of which goods are there: one job of ``ShipAvailable`` for each, on all workers at once.
///
/// Each order gets as much as there is. Run twice, or again after a crash, it ships nothing twice: what is
/// shipped is not left to ship. An order that cannot be shipped is named in the result and does not stop the
/// others.
public struct ShipOpenOrders: ModelFunction {
    /// The name `logistics.ship-open-orders`.
    public static let name = "logistics.ship-open-orders"
    /// Runs without a transaction: the jobs that it waits for must be committed.
    public static let commit = Commit.detached

    /// The number of orders that one statement offloads.
    private static let ordersPerPage = 1_000

    /// The number of parcels, the failures, and what is left.
    public struct Output: Codable, Sendable {
        /// The number of parcels.
        public var parcels = 0

        /// The number of orders that still lack goods.
        public var waiting = 0

        /// The orders that could not be shipped.
        public var failed: [Failure] = []
    }

    /// An order that could not be shipped.
    public struct Failure: Codable, Sendable {
        /// The order's id.
        public let order: Order.ID

        /// The reason, as a sentence.
        public let reason: String
    }

    /// A row of `logistics.list_to_ship()`.
    private struct OpenOrder: Decodable {
        let id: Order.ID
        let isShippable: Bool
    }

    /// A page of open orders, of which some can be shipped.
    private struct Page {
        let count: Int
        let last: Order.ID?
        let orders: [Order.ID]
        let tickets: [Ticket<ShipAvailable.Output>]
    }

    /// The carrier of all parcels; nil if nobody says.
    public var carrier: String?

    /// Creates the shipping of all orders that are open when it runs.
    public init(carrier: String? = nil) {
        self.carrier = carrier
    }

    /// Offloads, waits and counts, and reports the number of orders done. It waits for a page while the next
    /// one is in the line, so that the workers always have some.
    public func run(in model: Model) async throws -> Output {
        var output = Output()
        var done = 0
        let total = try await openOrders(in: model)
        var page = try await offloadPage(after: 0, in: model)
        while let last = page.last {
            let next = try await offloadPage(after: last, in: model)
            let results = try await model.results(of: page.tickets) { [done] in
                await model.report(done: done + $0, of: total)
            }
            for (order, result) in zip(page.orders, results) { output.count(result, of: order) }
            done += page.count
            await model.report(done: done, of: total)
            page = next
        }
        output.waiting = try await openOrders(in: model) ?? 0
        return output
    }

    private func openOrders(in model: Model) async throws -> Int? {
        try await model.database.first("select count(*) from logistics.open_order", as: Int.self)
    }

    private func offloadPage(after last: Order.ID, in model: Model) async throws -> Page {
        let page = try await model.database.rows(
            "select id, is_shippable from logistics.list_to_ship(\(last), \(Self.ordersPerPage)::integer)",
            as: OpenOrder.self)
        let orders = page.filter(\.isShippable).map(\.id)
        let tickets = try await model.offload(orders.map { ShipAvailable(order: $0, carrier: carrier) })
        return Page(count: page.count, last: page.last?.id, orders: orders, tickets: tickets)
    }
}

extension ShipOpenOrders.Output {
    fileprivate mutating func count(_ result: Result<ShipAvailable.Output, any Error>, of order: Order.ID) {
        switch result {
        case .success(let shipped): parcels += shipped.parcel == nil ? 0 : 1
        case .failure(let error): failed.append(.init(order: order, reason: "\(error)"))
        }
    }
}
