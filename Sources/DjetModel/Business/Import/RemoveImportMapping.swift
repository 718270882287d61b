import DjetStore

/// Removes a saved mapping.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such mapping.
public struct RemoveImportMapping: ModelFunction {
    /// The name `sales.remove-import-mapping`.
    public static let name = "sales.remove-import-mapping"

    /// The mapping's number.
    public var mapping: Int

    /// Creates the removal of a mapping.
    public init(mapping: Int) {
        self.mapping = mapping
    }

    /// Removes it.
    public func run(in model: Model) async throws -> Nothing {
        try await model.database.query("select sales.remove_import_mapping(\(mapping))")
        return Nothing()
    }
}
