import DjetModel

/// The rates of tax that are in force.
struct TaxRatesPage: Codable, Sendable {
    /// The classes to choose in the filter.
    static let classes = TaxRate.Class.allCases.map(\.rawValue)

    /// The filter, as the form shows it.
    struct Filter: Codable, Sendable {
        let country: String
        let classes: [FilterField.Shown.Option]
        let on: String
    }

    let rates: [TaxRate]
    /// True if the query narrows the list.
    let isFiltered: Bool
    let filter: Filter
    let mayUse: Bool
    /// The address of the rates.
    let ratesPath: String
    /// The address of the import; empty if there is none that the visitor may use.
    let importPath: String
    /// The address of the export; empty if there is none that the visitor may use.
    let exportPath: String

    init(_ visit: Visit, _ rates: [TaxRate]) {
        self.rates = rates
        isFiltered = visit.isFiltered(by: ["country", "class", "on"])
        filter = Filter(
            country: visit.shown("country"),
            classes: Self.classes.map { .init(value: $0, isChosen: $0 == visit.query["class"]) },
            on: visit.shown("on", isDay: true))
        mayUse = visit.may(.use)
        ratesPath = visit.path()
        importPath = visit.childPath("import")
        exportPath = visit.childPath("export")
    }
}
