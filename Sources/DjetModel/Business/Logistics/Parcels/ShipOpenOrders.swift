import DjetStore

/// Ships every order of which goods are there: one job of ``ShipOrder`` for each, on all workers at once.
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

    /// The carrier of all parcels; nil if nobody says.
    public var carrier: String?

    /// Creates the shipping of all orders that are open when it runs.
    public init(carrier: String? = nil) {
        self.carrier = carrier
    }

    /// Offloads, waits and counts, and reports the number of orders done.
    public func run(in model: Model) async throws -> Output {
        var output = Output()
        var done = 0
        var last = 0
        let total = try await openOrders(in: model)
        while let page = try await page(after: last, in: model) {
            let orders = page.filter(\.isShippable).map(\.id)
            let tickets = try await model.offload(
                orders.map { ShipOrder(order: $0, partial: true, carrier: carrier) })
            let results = try await model.results(of: tickets) { [done] in
                await model.report(done: done + $0, of: total)
            }
            for (order, result) in zip(orders, results) { output.count(result, of: order) }
            done += page.count
            last = page.last?.id ?? last
            await model.report(done: done, of: total)
        }
        output.waiting = try await openOrders(in: model) ?? 0
        return output
    }

    private func openOrders(in model: Model) async throws -> Int? {
        try await model.database.first("select count(*) from logistics.open_order", as: Int.self)
    }

    private func page(after last: Order.ID, in model: Model) async throws -> [OpenOrder]? {
        let page = try await model.database.rows(
            "select id, is_shippable from logistics.list_to_ship(\(last), \(Self.ordersPerPage)::integer)",
            as: OpenOrder.self)
        return page.isEmpty ? nil : page
    }
}

extension ShipOpenOrders.Output {
    fileprivate mutating func count(_ result: Result<OrderParcel, any Error>, of order: Order.ID) {
        switch result {
        case .success: parcels += 1
        case .failure(let error): failed.append(.init(order: order, reason: "\(error)"))
        }
    }
}
