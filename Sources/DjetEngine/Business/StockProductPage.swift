import DjetModel

/// A product in all warehouses, with a page of its moves.
struct StockProductPage: Codable, Sendable {
    /// A product's code and name.
    struct Name: Codable, Sendable {
        let code: String
        let name: String
    }

    let product: Name
    /// The first 50 warehouses.
    let stock: [ListStock.Entry]
    let moves: [ListMoves.Entry]
    /// The mark of the next page of moves; nil if this is the last.
    let next: ListMoves.Mark?
    /// The address of the next page of moves; empty if this is the last.
    let nextPath: String
    /// The address of the last moves; empty if these are.
    let firstPath: String
    let mayUse: Bool
    /// The address of the stock.
    let stockPath: String
    let paths: BusinessPaths

    init(_ visit: Visit, _ product: Product, _ stock: [ListStock.Entry], _ output: ListMoves.Output) {
        self.product = Name(code: product.code, name: product.name)
        self.stock = stock
        moves = output.moves
        next = output.next
        let path = visit.path("product")
        nextPath = visit.nextPath(
            path, keeping: ["code"], output.next.map { [("after", "\($0.transfer).\($0.position)")] })
        firstPath =
            visit.query["after"] == nil ? "" : visit.nextPath(path, keeping: ["code"], [])
        mayUse = visit.may(.use)
        stockPath = visit.path()
        paths = BusinessPaths(visit)
    }
}

/// The differences that a check of all moves has found.
struct StockCheckPage: Codable, Sendable {
    let differences: [CheckStock.Difference]
    /// The address of the stock.
    let stockPath: String

    init(_ visit: Visit, _ differences: [CheckStock.Difference]) {
        self.differences = differences
        stockPath = visit.path()
    }
}
