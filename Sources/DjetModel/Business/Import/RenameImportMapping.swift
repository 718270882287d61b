import DjetStore

/// Renames a saved mapping.
///
/// - Throws: ``ModelError/invalid(_:)`` for a name that is none, ``ModelError/notFound(_:)`` if there is no
///   such mapping, ``ModelError/conflict(_:)`` if another one has the name.
public struct RenameImportMapping: ModelFunction {
    /// The name `sales.rename-import-mapping`.
    public static let name = "sales.rename-import-mapping"

    /// The mapping's number.
    public var mapping: Int
    /// The new name.
    public var name: String

    /// Creates the renaming of a mapping.
    public init(mapping: Int, name: String) {
        self.mapping = mapping
        self.name = name
    }

    /// Renames it.
    public func run(in model: Model) async throws -> Nothing {
        let name = try SavedMapping.plain(name)
        try await model.database.query("select sales.rename_import_mapping(\(mapping), \(name))")
        return Nothing()
    }
}
