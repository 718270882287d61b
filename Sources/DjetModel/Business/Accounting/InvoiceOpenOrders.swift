import DjetStore

/// Invoices every order that is still open: one job of ``InvoiceOrder`` for each, on all workers at once.
///
/// An order of which nothing is invoiced is open. To the scope ``InvoiceScope/delivered`` those are of which
/// more is delivered than invoiced. A return is open to both once what it takes back is invoiced.
///
/// Run twice, or again after a crash, it invoices nothing twice: an invoiced order is not open, and invoicing
/// one again returns its invoice. An order that cannot be invoiced is named in the result and does not stop
/// the others.
public struct InvoiceOpenOrders: ModelFunction {
    /// The name `accounting.invoice-open-orders`.
    public static let name = "accounting.invoice-open-orders"
    /// Runs without a transaction: the jobs that it waits for must be committed.
    public static let commit = Commit.detached

    /// The number of orders that one statement offloads.
    private static let ordersPerPage = 1_000

    /// The numbers of issued documents, and the failures.
    public struct Output: Codable, Sendable {
        /// The number of invoices.
        public var invoices = 0

        /// The number of credit notes.
        public var creditNotes = 0

        /// The orders that could not be invoiced.
        public var failed: [Failure] = []
    }

    /// An order that could not be invoiced.
    public struct Failure: Codable, Sendable {
        /// The order's id.
        public let order: Order.ID

        /// The reason, as a sentence.
        public let reason: String
    }

    /// The part of each order to invoice: all that is ordered, as nil is, or what is delivered.
    public var of: InvoiceScope?

    /// Creates the invoicing of all orders that are open when it runs.
    public init(of: InvoiceScope? = nil) {
        self.of = of
    }

    private var scope: String { InvoiceScope.meant(of).rawValue }

    /// Offloads, waits and counts, and reports the number of orders done. It waits for a page while the next
    /// one is in the line, so that the workers always have some.
    public func run(in model: Model) async throws -> Output {
        var output = Output()
        var done = 0
        let total = try await model.database.first(
            "select count(*) from accounting.open_orders(0, null, \(scope))", as: Int.self)
        var page = try await offloadPage(after: 0, in: model)
        while !page.isEmpty {
            let next = try await offloadPage(after: page.last?.order ?? 0, in: model)
            let results = try await model.results(of: page.map(\.ticket)) { [done] in
                await model.report(done: done + $0, of: total)
            }
            for (one, result) in zip(page, results) { output.count(result, of: one.order) }
            done += page.count
            page = next
        }
        return output
    }

    private func offloadPage(
        after last: Order.ID, in model: Model
    ) async throws -> [(order: Order.ID, ticket: Ticket<InvoiceSummary>)] {
        let orders = try await model.database.rows(
            "select accounting.open_orders(\(last), \(Self.ordersPerPage), \(scope))", as: Int.self)
        return Array(zip(orders, try await model.offload(orders.map { InvoiceOrder(order: $0, of: of) })))
    }
}

extension InvoiceOpenOrders.Output {
    fileprivate mutating func count(_ result: Result<InvoiceSummary, any Error>, of order: Order.ID) {
        switch result {
        case .success(let invoice) where invoice.kind == .creditNote: creditNotes += 1
        case .success: invoices += 1
        case .failure(let error): failed.append(.init(order: order, reason: "\(error)"))
        }
    }
}
