public import DjetModel

/// Serves what is to be done today, and what was invoiced in the last months.
public struct TodayEngine: Engine {
    /// The basetype `today`.
    public static let basetype = Basetype("today", title: "Today")

    /// Creates the engine.
    public init() {}

    /// The route of the page.
    public var routes: [Route] {
        [
            Route(
                .get, "", "What is to be done, and what was invoiced in the last 12 months",
                answer: .page(TodayPage.self)
            ) { visit in
                let counts = try await visit.model.call(WorkToDo())
                // The sums of invoices are shown to those who may see invoices.
                let seesInvoices = !visit.path(toBasetype: "invoices").isEmpty
                let months = seesInvoices ? try await visit.model.call(MonthTotals()) : []
                let page = TodayPage(visit, counts, months)
                guard visit.wantsHTML else { return .page("", title: "", page) }
                return .page("today/today", title: visit.node.title, ShownToday(page, in: visit.words))
            }
        ]
    }
}
