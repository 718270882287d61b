import DjetStore

/// Lists the saved mappings of an import, by name.
public struct ListImportMappings: ModelFunction {
    /// The name `sales.list-import-mappings`.
    public static let name = "sales.list-import-mappings"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The import, such as `sales.import-orders`.
    public var function: String

    /// Creates a list of the mappings of an import.
    public init(function: String) {
        self.function = function
    }

    /// Reads the list; there are at most 1,000.
    public func run(in model: Model) async throws -> [SavedMapping] {
        try await model.database.rows(
            "select * from sales.list_import_mappings(\(function))", as: SavedMapping.self)
    }
}
