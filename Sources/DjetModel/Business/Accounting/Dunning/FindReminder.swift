import DjetStore

/// Finds one letter with the invoices that it lists.
public struct FindReminder: ModelFunction {
    /// The name `accounting.find-reminder`.
    public static let name = "accounting.find-reminder"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The letter's id.
    public var reminder: Int

    /// Creates the search for a letter.
    public init(reminder: Int) {
        self.reminder = reminder
    }

    /// Returns the letter. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> Reminder {
        try await model.database.first(
            "select * from accounting.whole_reminder where id = \(reminder)", as: Reminder.self,
            orThrow: .notFound("there is no reminder with the id \(reminder)"))
    }
}
