import DjetJSON
public import DjetModel

/// Serves the ledger: the accounts with their balances, the reports, what is open, each entry, and forms to
/// book by hand, to close a period and to set the seller.
public struct LedgerEngine: Engine {
    /// The basetype `ledger`.
    public static let basetype = Basetype("ledger", title: "Ledger")

    /// Creates the engine.
    public init() {}

    /// The routes of the accounts, of the reports, of the entries and of the forms.
    public var routes: [Route] {
        accounts + reports + [
            Route(.get, "entries/{id:int}", "One entry with its postings", answer: .page(EntryPage.self)) {
                visit in
                let entry = try await visit.model.call(FindEntry(entry: try visit.id))
                return .page("ledger/entry", title: "Entry \(entry.id)", EntryPage(visit, entry))
            }
        ] + Self.entry.routes + Self.reversal.routes + Self.closing.routes + Self.seller.routes
    }

    /// Returns the arguments of the reversal, whose entry the path names.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes {
        route.method == .post && route.path == Self.reversal.path
            ? RouteShapes(body: Self.reversal.schema) : RouteShapes()
    }

    private var accounts: [Route] {
        [
            Route(
                .get, "", "The accounts with their balances in a period", query: [.from, .to],
                answer: .page(LedgerPage.self)
            ) { visit in
                let balance = try await visit.model.call(
                    TrialBalance(from: visit.day("from"), to: visit.day("to")))
                let books = try await visit.model.call(FindBooks())
                return .page("ledger/accounts", title: visit.node.title, LedgerPage(visit, balance, books))
            },
            Route(
                .get, "account", "The entries that changed an account, earliest first",
                query: [
                    QueryField("code", .text, "The account's exact code", isRequired: true), .from, .to,
                    .after, .limit,
                ], answer: .page(StatementPage.self), action: statement),
        ]
    }

    private func statement(_ visit: Visit) async throws -> Reply {
        var function = AccountStatement(account: visit.query["code"] ?? "")
        function.from = visit.day("from")
        function.to = visit.day("to")
        function.after = try visit.pageMark
        function.limit = visit.limit
        let output = try await visit.model.call(function)
        let accounts = try await visit.model.call(ListAccounts())
        let name = accounts.first { $0.code == function.account }?.name ?? ""
        let page = StatementPage(visit, function.account, name, output)
        return .page("ledger/account", title: "\(function.account) \(name)", page)
    }

    // MARK: Forms

    private static let entry = FunctionForm<PostEntry>(
        path: "entries/new", title: "Book an entry", button: "Book the entry",
        lead: "A positive amount is debit, a negative one credit. The lines balance: their sum is 0.",
        action: "ledger.post", done: { ("\($0.id)", ["entries", "\($0.id)"]) })

    private static let reversal = FunctionForm<ReverseEntry>(
        path: "entries/{id:int}/reverse", title: "Reverse an entry", button: "Reverse the entry",
        lead: "Another entry undoes it. Neither is changed afterwards.",
        question: "Reverse the entry?", argument: "entry", action: "ledger.reverse",
        done: { ("\($0.reverses ?? $0.id)", ["entries", "\($0.id)"]) })

    private static let closing = FunctionForm<ClosePeriod>(
        path: "close", title: "Close a period", button: "Close the period",
        lead: "No entry can bear the last day, or an earlier one, any more.",
        question: "Close the books up to this day?", action: "ledger.close", done: { ("\($0)", []) })

    private static let seller = FunctionForm<SetSeller>(
        path: "seller", title: "Seller", button: "Save the seller",
        lead: "The firm that issues the invoices. With a VAT id, they bear tax from now on.",
        fields: { visit in
            do {
                let seller = try await visit.model.call(FindSeller())
                let address = try JSON.tree(of: seller.address).entries(at: "address")
                return [("name", seller.name), ("vatId", seller.vatId ?? "")] + address
            } catch ModelError.notFound {
                return []
            }
        }, action: "ledger.seller", done: { ($0.name, ["seller"]) })
}
