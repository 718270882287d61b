import DjetModel

/// The source of the demo's orders.
enum DemoInput: Sendable {
    case file(InputFile)
    /// A number of made-up orders.
    case sample(orders: Int)

    /// Stores the orders in the database.
    func store(in model: Model, behind bar: ProgressBar) async throws -> File {
        switch self {
        case .file(let file): return try await file.store(in: model, behind: bar)
        case .sample(let orders):
            return try await model.storeFile(name: "orders.csv", mimeType: "text/csv") { writer in
                for chunk in DemoBusiness.sample(orders: orders) { try await writer.write(chunk) }
            }
        }
    }
}
