import DjetModel
import Foundation

/// The work that is to be done, as far as the visitor may see it, and the sums of the last months.
struct TodayPage: Codable, Sendable {
    /// A count of things to be done.
    struct Duty: Codable, Sendable {
        /// The title: a few words.
        let title: String
        let count: Int
        /// True if there are more than were counted.
        let isMore: Bool
        /// The address of their list.
        let path: String

        init(_ title: String, _ count: Int, _ path: String) {
            self.title = title
            self.count = min(count, WorkToDo.most)
            isMore = count > WorkToDo.most
            self.path = path
        }
    }

    let duties: [Duty]
    /// The last 12 months, earliest first; none if the visitor may not see invoices.
    let months: [MonthTotals.Month]

    init(_ visit: Visit, _ counts: WorkToDo.Output, _ months: [MonthTotals.Month]) {
        let (orders, stock) = (visit.path(toBasetype: "orders"), visit.path(toBasetype: "stock"))
        duties = [
            Duty("to ship", counts.toShip, visit.path(toBasetype: "shipping")),
            Duty("to invoice", counts.toInvoice, orders.isEmpty ? "" : "\(orders)?state=open"),
            Duty("overdue", counts.overdue, Self.overdue(visit)),
            Duty("out of stock", counts.outOfStock, stock.isEmpty ? "" : "\(stock)?state=out"),
        ].filter { !$0.path.isEmpty }
        self.months = months
    }

    private static func overdue(_ visit: Visit) -> String {
        let path = visit.path(toBasetype: "ledger", "open-items")
        return path.isEmpty ? "" : "\(path)?overdue=true"
    }
}

/// The same for people, with a chart.
struct ShownToday: Encodable, Sendable {
    let duties: [TodayPage.Duty]
    /// The months, latest first.
    let months: [MonthTotals.Month]
    /// The chart as markup; empty if nothing was invoiced.
    let chart: String

    init(_ page: TodayPage, in words: Words) {
        duties = page.duties
        months = page.months.reversed()
        chart = page.months.contains { $0.invoiceCount > 0 } ? Self.chart(of: page.months, words).svg : ""
    }

    private static func chart(of months: [MonthTotals.Month], _ words: Words) -> TimeChart {
        let values = months.map { NSDecimalNumber(decimal: max($0.net, 0)).doubleValue }
        return TimeChart(
            id: "invoiced", title: "Invoiced, the last 12 months", form: .bars,
            series: [ChartSeries(label: "invoiced less credited", look: 1, values: values)],
            times: months.compactMap { Date.sent($0.month.description) }, span: 30 * 86_400,
            unit: "money of a month", names: months.map { String($0.month.description.prefix(7)) },
            words: words)
    }
}
