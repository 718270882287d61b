import DjetStore

/// Finds one line of a bank statement.
public struct FindBankLine: ModelFunction {
    /// The name `accounting.find-bank-line`.
    public static let name = "accounting.find-bank-line"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The line's id.
    public var line: Int

    /// Creates the search for a line.
    public init(line: Int) {
        self.line = line
    }

    /// Returns the line. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> BankLine {
        try await model.database.first(
            "select * from accounting.list_bank_lines(with_id => \(line)::bigint)", as: BankLine.self,
            orThrow: .notFound("there is no line \(line) of a bank statement"))
    }
}
