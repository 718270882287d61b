import DjetJSON
import DjetModel
import HTTPTypes

extension LedgerEngine {
    /// Profit and loss, the balance sheet, the taxes, and what is open.
    var reports: [Route] {
        taxes + [
            Route(
                .get, "profit-and-loss", "Income and expense of a period", query: [.from, .to],
                answer: .page(ReportPage.self)
            ) { visit in
                let output = try await visit.model.call(
                    ProfitAndLoss(from: visit.day("from"), to: visit.day("to")))
                let page = ReportPage(
                    visit, output.accounts, [(.income, output.income), (.expense, output.expense)],
                    result: output.result)
                return .page("ledger/report", title: "Profit and loss", page)
            },
            Route(
                .get, "balance-sheet", "Assets, liabilities and equity at the end of a day",
                query: [QueryField("on", .time, "The day; that of the last entry by default")],
                answer: .page(ReportPage.self)
            ) { visit in
                let output = try await visit.model.call(BalanceSheet(on: visit.day("on")))
                let page = ReportPage(
                    visit, output.accounts,
                    [
                        (.asset, output.assets), (.liability, output.liabilities), (.equity, output.equity),
                    ])
                return .page("ledger/report", title: "Balance sheet", page)
            },
            Self.items.route,
        ]
    }

    private static let items = FilteredList<OpenItems.Output>(
        path: "open-items", template: "ledger/items", title: "Open items",
        summary: "Invoices, credit notes and prepayments that are open, due first", things: "open items",
        filter: [
            .customer,
            FilterField(QueryField("overdue", .choice(["true"]), "Only what is overdue"), "Overdue"),
        ],
        isLatestFirst: false
    ) { visit in
        var list = OpenItems(customer: visit.query["customer"])
        list.overdue = visit.query["overdue"].map { _ in true }
        (list.after, list.limit) = (try visit.pageMark, visit.limit)
        return try await visit.model.call(list)
    }

    private var taxes: [Route] {
        [
            Route(
                .get, "tax", "The invoices of a period by category and rate of tax",
                query: [.from, .to],
                answer: .page(TaxReportPage.self)
            ) { visit in
                .page("ledger/tax", title: "Tax", TaxReportPage(visit, try await Self.taxReport(visit)))
            },
            Route(
                .get, "tax.csv", "The same as a CSV file", query: [.from, .to], answer: .bytes("text/csv")
            ) { visit in
                let csv = try await Self.taxReport(visit).csv
                return Reply.text(csv, mediaType: "text/csv; charset=utf-8")
                    .with(.contentDisposition, ContentDisposition.attachment("tax.csv"))
            },
        ]
    }

    private static func taxReport(_ visit: Visit) async throws -> TaxReport.Output {
        try await visit.model.call(TaxReport(from: visit.day("from"), to: visit.day("to")))
    }
}
