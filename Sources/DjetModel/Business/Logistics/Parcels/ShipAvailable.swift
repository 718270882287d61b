import DjetStore

/// Ships as much of an order as there is, in one parcel: what is reserved for it, and what nobody has
/// reserved in the main warehouse. What is not stocked goes along with goods.
///
/// Jobs share a transaction and a call, which locks the goods of all their orders at once. ``ShipOrder``
/// ships what somebody has chosen.
///
/// - Throws: ``ModelError/invalid(_:)`` for an invalid text, ``ModelError/notFound(_:)`` for an unknown
///   order, ``ModelError/conflict(_:)`` for a return.
public struct ShipAvailable: CollectiveFunction {
    /// The name `logistics.ship-available`.
    public static let name = "logistics.ship-available"
    /// One transaction for up to a hundred.
    public static let commit = Commit.atomic(group: 100)

    /// The parcel, if there is one.
    public struct Output: Codable, Sendable, Equatable {
        /// The parcel; nil if nothing can be shipped now, or nothing is left to be shipped.
        public let parcel: ParcelSummary?
    }

    /// The order's id.
    public var order: Order.ID

    /// The carrier, at most 100 characters.
    public var carrier: String?

    /// Creates the shipping of an order.
    public init(order: Order.ID, carrier: String? = nil) {
        self.order = order
        self.carrier = carrier
    }

    /// Ships the orders of each carrier together.
    public static func run(
        _ functions: [ShipAvailable], in model: Model
    ) async throws -> [Result<Output, any Error>] {
        var results: [Int: Result<Output, any Error>] = [:]
        let places = Dictionary(grouping: functions.indices) { functions[$0].carrier ?? "" }
        for (_, places) in places.sorted(by: { $0.key < $1.key }) {
            let shipped = try await ship(places.map { functions[$0] }, in: model)
            for (place, result) in zip(places, shipped) { results[place] = result }
        }
        return functions.indices.compactMap { results[$0] }
    }

    /// Ships orders with one carrier.
    private static func ship(
        _ functions: [ShipAvailable], in model: Model
    ) async throws -> [Result<Output, any Error>] {
        let carrier = try PlainText.said(functions.first?.carrier, as: "carrier")
        let rows = try await model.database.query(
            "select * from logistics.ship_orders(\(functions.map(\.order)), \(model.now), \(carrier))")
        return try rows.map { row in
            if let refusal = try ModelError(refusalIn: row) { return .failure(refusal) }
            guard try row.value("id", as: Int?.self) != nil else { return .success(Output(parcel: nil)) }
            return .success(Output(parcel: try row.decode(ParcelSummary.self)))
        }
    }
}
