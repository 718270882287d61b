import DjetStore

/// Issues an invoice of an order, or the credit notes of a return. If there is nothing to issue any more, it
/// returns the last one: so a second call returns what the first one did.
///
/// An invoice is of what is ordered, or of what is delivered, beyond what earlier ones are of. All invoices
/// of an order add up to it to the cent, line by line: the pieces from a to b of a line cost what b of them
/// cost less what a of them cost. A return that names an order gets one credit note for each invoice that it
/// corrects, once all that comes back is invoiced, and the last of them is returned.
///
/// The number is the next of its series. None is ever left out: the number of a failed transaction is given
/// out again. The lines are copied from the order and frozen; ``FindInvoice`` returns them. The day is that
/// of the shop's time zone, which ``SetTimeZone`` sets.
///
/// Each invoice keeps the others from their numbers until its commit. So jobs share a transaction and a call.
///
/// - Throws: ``ModelError/notFound(_:)`` for an unknown order, ``ModelError/conflict(_:)`` for a total of 0,
///   an order that is not confirmed, in a foreign currency or not delivered, and a return of what is not
///   invoiced.
public struct InvoiceOrder: CollectiveFunction {
    /// The name `accounting.invoice-order`.
    public static let name = "accounting.invoice-order"
    /// One transaction for up to a hundred.
    public static let commit = Commit.atomic(group: 100)

    /// The order to invoice.
    public var order: Order.ID

    /// The part of the order to invoice: all that is ordered, as nil is, or what is delivered.
    public var of: InvoiceScope?

    /// Creates the invoicing of one order.
    public init(order: Order.ID, of: InvoiceScope? = nil) {
        self.order = order
        self.of = of
    }

    /// Returns the invoice of each order: a new one, or the last one that it has.
    public static func run(
        _ functions: [InvoiceOrder], in model: Model
    ) async throws -> [Result<InvoiceSummary, any Error>] {
        let places = Dictionary(grouping: functions.indices) { InvoiceScope.meant(functions[$0].of) }
        if places.count > 1 {
            // Two calls would take their locks in two turns, and could wait for others that wait for them.
            try await model.database.query("select accounting.lock_orders(\(functions.map(\.order)))")
        }
        var results: [Int: Result<InvoiceSummary, any Error>] = [:]
        for (scope, places) in places.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let issued = try await issue(places.map { functions[$0].order }, of: scope, in: model)
            for (place, result) in zip(places, issued) { results[place] = result }
        }
        return functions.indices.compactMap { results[$0] }
    }

    /// Invoices orders by one scope.
    private static func issue(
        _ orders: [Order.ID], of scope: InvoiceScope, in model: Model
    ) async throws -> [Result<InvoiceSummary, any Error>] {
        let rows = try await model.database.query(
            """
            select *
            from accounting.invoice_orders(
              \(orders), sales.shop_day(\(model.now)), \(scope.rawValue))
            """)
        return try rows.map { row in
            if let refusal = try ModelError(refusalIn: row) { return .failure(refusal) }
            return .success(try row.decode())
        }
    }
}

/// The part of an order that an invoice is of. What is invoiced already is never invoiced again.
public enum InvoiceScope: String, Codable, Sendable, CaseIterable {
    /// All that is ordered and not invoiced yet: of a new order, the whole order.
    case ordered
    /// All that is delivered and not invoiced yet. Discounts that are lines of their own, and whatever else
    /// takes off the total, are on the first invoice, which is issued once its total is above 0.
    case delivered

    /// The scope that is meant where none is said.
    static func meant(_ said: InvoiceScope?) -> InvoiceScope { said ?? .ordered }
}
