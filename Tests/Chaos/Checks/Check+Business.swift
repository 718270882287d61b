import DjetStore

extension Check {
    /// The promises for a business: orders, invoices, and jobs that offload others.
    static let ofBusiness = [
        Check(
            "numbers left out in the series of invoices",
            """
            select format('%s %s', s.kind, given.number)
            from accounting.number_series s
            cross join generate_series(1, s.last_number) as given(number)
            where not exists (select from accounting.invoice i where i.kind = s.kind and i.number = given.number)
            """),
        Check(
            "orders without an invoice",
            """
            select format('order %s', o.number)
            from sales.order o
            where not exists (select from accounting.invoice i where i.order_id = o.id)
            """),
        Check(
            "invoices that are not posted with what is owed, or entries that do not balance",
            """
            select format('invoice id %s', i.id)
            from accounting.invoice i
            left join accounting.entry e on e.source = 'invoice' and e.source_id = i.id
            left join accounting.open_item o on o.entry_id = e.id
            where o.amount is distinct from i.total + coalesce(i.tax, 0)
            union all
            select format('entry %s', p.entry_id)
            from accounting.posting p
            group by p.entry_id
            having sum(p.amount) <> 0
            """),
        Check(
            "finished sales without exactly one invoice",
            """
            select format('job %s, attempt %s: %s invoices', h.id, h.attempt, count(i.id))
            from jobmachine.history h
            left join chaos.sale_effect e on e.job = h.id
            left join accounting.invoice i on i.number = e.invoice and i.kind = 'invoice'
            where h.kind = 'chaos.sale' and h.status = 'finished'
            group by h.id, h.attempt
            having count(i.id) <> 1
            """),
        Check(
            "invoices without a finished sale",
            """
            select format('invoice %s', i.number)
            from accounting.invoice i
            where not exists (
              select
              from chaos.sale_effect e
              join jobmachine.history h on h.id = e.job and h.status = 'finished'
              where e.invoice = i.number)
            """),
        Check(
            "stock that is not the sum of its moves",
            "select format('%s at %s', product, place) from logistics.stock_differences()"),
        Check(
            "orders without exactly one parcel",
            """
            select format('order %s: %s parcels', o.number, count(p.id))
            from sales.order o
            left join logistics.parcel p on p.order_number = o.number
            group by o.number
            having count(p.id) <> 1
            """),
        Check(
            "dispatches without exactly one parcel, or the other way round",
            """
            select format('job %s, number %s', h.id, h.arguments ->> 'number')
            from jobmachine.history h
            where h.kind in ('chaos.dispatch', 'chaos.parcel') and h.status = 'finished'
              and (
                select count(*)
                from jobmachine.history o
                where o.kind in ('chaos.dispatch', 'chaos.parcel') and o.status = 'finished'
                  and (o.arguments ->> 'number')::bigint = - (h.arguments ->> 'number')::bigint
              ) <> 1
            """),
    ]
}
