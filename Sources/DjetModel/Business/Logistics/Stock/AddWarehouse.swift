import DjetStore

/// Adds a warehouse beside `main`, which every business has.
///
/// - Throws: ``ModelError/invalid(_:)`` for an empty or long text, ``ModelError/conflict(_:)`` for a code
///   that exists.
public struct AddWarehouse: ModelFunction {
    /// The name `logistics.add-warehouse`.
    public static let name = "logistics.add-warehouse"

    /// The code, at most 64 characters. It never changes.
    public var code: String

    /// The name for people, at most 100 characters.
    public var title: String

    /// Creates the addition of a warehouse.
    public init(code: String, title: String) {
        self.code = code
        self.title = title
    }

    /// Adds it.
    public func run(in model: Model) async throws -> Nothing {
        let code = try PlainText.argument(code, as: "code")
        let title = try PlainText.argument(title, as: "title")
        try await model.database.query("select logistics.add_warehouse(\(code), \(title))")
        return Nothing()
    }
}
