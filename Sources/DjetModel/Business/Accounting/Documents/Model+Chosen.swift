extension Model {
    /// Returns the ids of the invoices to print or to export: those named, or else those that match, in the
    /// order of their days. Throws `ModelError.invalid` for more than 1,000, `ModelError.notFound` for none.
    func chosen(
        _ invoices: [Int]?, kind: Invoice.Kind?, customer: String?, from: Day?, to: Day?
    ) async throws -> [Int] {
        let most = 1_000
        if let invoices, !invoices.isEmpty {
            guard invoices.count <= most else {
                throw ModelError.invalid("choose at most \(most) invoices (got \(invoices.count))")
            }
            return invoices
        }
        var list = ListInvoices()
        (list.kind, list.customer, list.from, list.to, list.limit) = (kind, customer, from, to, most)
        let page = try await call(list)
        guard page.next == nil else {
            throw ModelError.invalid("more than \(most) invoices match: choose fewer days")
        }
        guard !page.invoices.isEmpty else { throw ModelError.notFound("no invoice matches") }
        return page.invoices.map(\.id).reversed()
    }
}
