import DjetStore

/// Lists the levels of reminders, the first level first.
public struct ListDunningLevels: ModelFunction {
    /// The name `accounting.list-dunning-levels`.
    public static let name = "accounting.list-dunning-levels"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// Creates the list.
    public init() {}

    /// Returns the levels.
    public func run(in model: Model) async throws -> [DunningLevel] {
        try await model.database.rows(
            "select days, fee, title, text from accounting.dunning_level order by level",
            as: DunningLevel.self)
    }
}
