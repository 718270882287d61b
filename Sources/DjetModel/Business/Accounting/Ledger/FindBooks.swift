import DjetStore

/// Finds out up to which day the books are closed.
public struct FindBooks: ModelFunction {
    /// The name `accounting.find-books`.
    public static let name = "accounting.find-books"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The state of the books.
    public struct Output: Codable, Sendable, Equatable {
        /// The last closed day; nil if nothing is closed.
        public let closedUntil: Day?
    }

    /// Creates the search for the last closed day.
    public init() {}

    /// Reads the state.
    public func run(in model: Model) async throws -> Output {
        try await model.database.first(
            "select closed_until from accounting.books", as: Output.self,
            orThrow: .unavailable("the books have no row"))
    }
}
