public import DjetModel

/// Serves the rates of tax: the list of those in force, and the form to add one.
public struct TaxRatesEngine: Engine {
    /// The basetype `tax-rates`.
    public static let basetype = Basetype("tax-rates", title: "Tax rates")

    /// Creates the engine.
    public init() {}

    /// The routes of the list and of the form.
    public var routes: [Route] { [Self.list.route] + Self.form.routes }

    private static let list = FilteredList<TaxRatesPage>(
        template: "tax-rates/list", summary: "The rates of tax in force today or later, or on a day",
        things: "tax rates",
        filter: [
            FilterField(QueryField("country", .text, "The country, by its code or name"), "Country"),
            FilterField(
                QueryField(
                    "class", .choice(TaxRate.Class.allCases.map(\.rawValue)), "Only rates of this class"),
                "Class"),
            FilterField(QueryField("on", .time, "Only rates in force on this day"), "In force on"),
        ],
        marks: [], isLatestFirst: false
    ) { visit in
        let day = visit.day("on")
        let rates = ListTaxRates(
            country: visit.query["country"], class: visit.query["class"].flatMap(TaxRate.Class.init),
            on: day, isCurrent: day == nil)
        return TaxRatesPage(rates: try await visit.model.call(rates))
    }

    private static let form = FunctionForm<SetTaxRate>(
        path: "new", title: "Set a rate of tax", button: "Set the rate",
        lead: """
            It holds from its first day on, and ends the one before it. A rate that invoices bear is never \
            changed: the new one begins on a later day.
            """,
        beginning: [(QueryField("country", .text, "The country with which the form begins"), "country")],
        action: "tax-rate.set",
        target: { "\($0.country) \($0.class.rawValue) \($0.from?.description ?? "today")" },
        done: { _ in ("", []) })
}

/// The rates of tax that are in force, all on one page.
private struct TaxRatesPage: Codable, Sendable, PagedList {
    let rates: [TaxRate]

    var next: PageMark? { nil }
}
