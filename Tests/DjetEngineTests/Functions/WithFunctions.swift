import DjetEngine
import DjetJSON
import DjetModel
import DjetTestSupport

extension NodeSeed {
    /// A node of a function.
    static func function(_ path: String, _ name: String) -> NodeSeed {
        NodeSeed(path, "function", title: "A <node>", columns: ["function": .text(name)])
    }
}

/// Serves nodes of the test's functions and of the shipped business while `body` runs, beside a worker if
/// `worker` is true.
func withFunctions<Result: Sendable>(
    limits: SiteLimits = SiteLimits(), worker: Bool = false, seeds: [NodeSeed] = [],
    _ body: (TestSite, TestDatabase) async throws -> Result
) async throws -> Result {
    try await withDatabase(business: true) { database in
        try await database.cheapenPasswords()
        let model = database.model(
            testFunctions + [
                Parcel.self, Album.self, SharedErrand.self, LoneErrand.self, PlaceOrder.self,
                ImportOrders.self, InvoiceOrder.self,
                InvoiceOpenOrders.self,
                ExportInvoices.self, OrderTotals.self, ShipOpenOrders.self, ShipAvailable.self,
                ShipOrder.self, ImportStatement.self, PrintInvoices.self, ExportDocuments.self,
                CheckImport<ImportOrders>.self,
            ])
        let nodes =
            [
                NodeSeed.function("/parcel", Parcel.name), .function("/refuse", Refuse.name),
                .function("/echo", Echo.name), .function("/big", BigFile.name), .function("/gone", "no.such"),
                .function("/import-now", ImportOrders.name), .function("/totals", OrderTotals.name),
                .function("/shared", SharedErrand.name), .function("/lone", LoneErrand.name),
            ] + Business.nodes + seeds
        func serve() async throws -> Result {
            try await withSite(
                model, engines: Business.engines, templates: Business.templates,
                languages: Business.languages,
                seeds: nodes, limits: limits
            ) { site in
                try await body(site, database)
            }
        }
        return worker ? try await withWorker(model) { try await serve() } : try await serve()
    }
}

/// A function that takes any number of files.
struct Album: ModelFunction {
    static let name = "test.album"

    var pictures: [File]

    func run(in model: Model) async throws -> Int { pictures.reduce(0) { $0 + $1.size } }
}
