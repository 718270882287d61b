import DjetStore

/// The parcels and the invoices of the orders that an import of a shop has booked.
package struct ShopTally: Decodable, Sendable {
    /// The number of their parcels.
    package let parcels: Int

    /// The number of their invoices.
    package let invoices: Int

    /// The number of those in another currency than the shop's.
    package let foreignOrders: Int

    /// The currency of these; nil if there are none.
    package let foreignCurrency: String?

    /// The shop's currency.
    package let currency: String?

    /// The sentence that says why orders are not invoiced; nil if they can be.
    package var refusal: String? {
        guard let foreignCurrency, let currency else { return nil }
        let orders = foreignOrders == 1 ? "1 order" : "\(foreignOrders) orders"
        let verb = foreignOrders == 1 ? "is" : "are"
        return "\(orders) in \(foreignCurrency) \(verb) not invoiced: the shop's currency is \(currency)"
    }
}

extension ImportShop.Output {
    /// Returns what has been shipped and invoiced of the orders that it booked.
    package func tally(in model: Model) async throws -> ShopTally {
        try await model.database.first(
            """
            select
              (
                select count(*)
                from sales.order o
                join logistics.transfer t on t.order_number = o.number
                where o.id >= \(firstOrder)
                  and t.kind = 'ship'
              ) as parcels,
              (select count(*) from accounting.invoice i where i.order_id >= \(firstOrder)) as invoices,
              count(o.id) as foreign_orders,
              min(o.currency) as foreign_currency,
              s.currency
            from sales.shop s
            left join sales.order o on o.id >= \(firstOrder)
              and o.currency is not null
            group by s.currency
            """, as: ShopTally.self, orThrow: .unavailable("sales.shop has no row"))
    }
}
