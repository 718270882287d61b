import DjetJSON
import DjetStore
public import Foundation

/// A way to read files with a certain header, saved under a name.
public struct SavedMapping: Codable, Sendable, Equatable {
    /// Its number.
    public let id: Int
    /// The name that people gave it.
    public let name: String
    /// The time when it was last saved.
    public let changedAt: Date
    /// The user who last saved it; nil if nobody was signed in.
    public let changedBy: String?

    /// Returns the latest mapping of an import for files with a header; nil if there is none.
    static func find(
        _ function: String, _ header: [String], in model: Model
    ) async throws -> (name: String, choices: ImportChoices)? {
        struct Found: Decodable {
            let name: String
            let choices: String
        }
        let found = try await model.database.first(
            "select name, choices from sales.find_import_mapping(\(function), \(header)::text[])",
            as: Found.self)
        guard let found else { return nil }
        return (found.name, try JSON.value(ImportChoices.self, from: found.choices))
    }

    /// Returns the plain name of a mapping. Throws ``ModelError/invalid(_:)`` if there is none, or more than
    /// 100 characters.
    static func plain(_ name: String) throws -> String {
        guard let plain = try PlainText.said(name, as: "name") else {
            throw ModelError.invalid("name: is missing; say how this mapping is called")
        }
        guard plain.unicodeScalars.count <= 100 else {
            throw ModelError.invalid("name: has more than 100 characters")
        }
        return plain
    }
}
