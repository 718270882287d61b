public import DjetModel

/// Serves the rates of tax: the list of those in force, and the form to add one.
public struct TaxRatesEngine: Engine {
    /// The basetype `tax-rates`.
    public static let basetype = Basetype("tax-rates", title: "Tax rates")

    /// Creates the engine.
    public init() {}

    /// The routes of the list and of the form.
    public var routes: [Route] {
        [
            Route(
                .get, "", "The rates of tax in force today or later, or on a day",
                query: [
                    QueryField("country", .text, "The country, by its code or name"),
                    QueryField("class", .choice(TaxRatesPage.classes), "Only rates of this class"),
                    QueryField("on", .time, "Only rates in force on this day"),
                ], answer: .page(TaxRatesPage.self), action: list)
        ] + Self.form.routes
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let day = visit.day("on")
        let rates = try await visit.model.call(
            ListTaxRates(
                country: visit.query["country"],
                class: visit.query["class"].flatMap(TaxRate.Class.init), on: day, isCurrent: day == nil))
        return .page("tax-rates/list", title: visit.node.title, TaxRatesPage(visit, rates))
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
