import DjetJSON
import DjetStore

/// Saves how files with a certain header are to be read, in place of what the name stood for. The next look
/// at such a file proposes it.
///
/// - Throws: ``ModelError/invalid(_:)`` for a name that is none or a function that is no such import,
///   ``ModelError/conflict(_:)`` beyond 1,000 mappings of an import.
public struct SaveImportMapping: ModelFunction {
    /// The name `sales.save-import-mapping`.
    public static let name = "sales.save-import-mapping"

    /// The most names of a header that count.
    private static let mostNames = 200

    /// The import that it is for, such as `sales.import-orders`.
    public var function: String
    /// The name to save it under.
    public var name: String
    /// The header, as the look at the file returned it.
    public var header: [String]
    /// The choices.
    public var choices: ImportChoices

    /// Creates the saving of choices.
    public init(function: String, name: String, header: [String], choices: ImportChoices) {
        self.function = function
        self.name = name
        self.header = header
        self.choices = choices
    }

    /// Saves it, and returns its number.
    public func run(in model: Model) async throws -> Int {
        guard model.functions[function] is any PreviewedImport.Type else {
            throw ModelError.invalid("function: \(function.prefix(60)) is no import with a mapping")
        }
        let names = header.prefix(Self.mostNames).map(OrderColumn.plain)
        guard !names.isEmpty, choices.mapping?.count ?? 0 <= Self.mostNames else {
            throw ModelError.invalid("header: a mapping has 1 to \(Self.mostNames) columns")
        }
        let name = try SavedMapping.plain(name)
        let text = try JSON.text(of: choices)
        return try await model.database.first(
            """
            select sales.save_import_mapping(
              \(function), \(name), \(names)::text[], \(text)::jsonb, \(model.now),
              \(model.user))
            """, as: Int.self, orThrow: .unavailable("the mapping was saved but has no number"))
    }
}
