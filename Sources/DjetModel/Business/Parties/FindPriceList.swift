import DjetStore

/// Finds one list of prices by its code.
public struct FindPriceList: ModelFunction {
    /// The name `sales.find-price-list`.
    public static let name = "sales.find-price-list"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The code.
    public var code: String

    /// Creates the search for a list.
    public init(code: String) {
        self.code = code
    }

    /// Returns the list. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> PriceList {
        let code = try PlainText.argument(code, as: "code")
        return try await model.database.first(
            "select * from sales.price_list where code = \(code)", as: PriceList.self,
            orThrow: .notFound("there is no price list \(code)"))
    }
}
