import DjetJSON
import DjetStore

/// Sets the levels of reminders. Letters that were written stay as they are.
///
/// - Throws: ``ModelError/invalid(_:)`` for more than 9 levels, for one with no more days than the one
///   before, and for a fee or text that is none.
public struct SetDunningLevels: ModelFunction {
    /// The name `accounting.set-dunning-levels`.
    public static let name = "accounting.set-dunning-levels"

    /// The levels, the first level first; none to write no reminders.
    public var levels: [DunningLevel]

    /// Creates the setting of levels.
    public init(levels: [DunningLevel]) {
        self.levels = levels
    }

    /// Sets the levels, and returns them.
    public func run(in model: Model) async throws -> [DunningLevel] {
        let plain = try levels.map { level in
            var plain = level
            plain.title = try PlainText.argument(level.title, as: "title")
            plain.text = try PlainText.argument(level.text, as: "text", .prose)
            return plain
        }
        let json = try JSON.text(of: plain)
        try await model.database.query("select accounting.set_dunning_levels(\(json)::jsonb)")
        return try await model.call(ListDunningLevels())
    }
}
