import DjetJSON
import DjetStore

/// Makes the accounts of a CSV file, and gives those that exist the names in it: all of them, or none.
///
/// The first line names the columns `code`, `kind` and `name`, in any order, and perhaps `active`, which is
/// `false` for an account that is to take no postings any more.
///
/// - Throws: ``ModelError/invalid(_:)`` with the line that is wrong, ``ModelError/conflict(_:)`` for an
///   account that has another kind, or is to be inactive though it plays a role.
public struct ImportAccounts: ModelFunction {
    /// The name `accounting.import-accounts`.
    public static let name = "accounting.import-accounts"

    /// The largest file, 1 MiB: some ten thousand accounts.
    private static let largestFile = 1 << 20

    /// The number of accounts that the import has changed.
    public struct Output: Codable, Sendable, Equatable {
        /// The number of new accounts.
        public let created: Int

        /// The number of accounts with another name, or another state.
        public let changed: Int
    }

    /// The CSV file in UTF-8, of at most 1 MiB.
    public var file: File

    /// Creates the import of a file.
    public init(file: File) {
        self.file = file
    }

    /// Reads the file and books the accounts.
    public func run(in model: Model) async throws -> Output {
        guard file.size <= Self.largestFile else {
            throw ModelError.invalid("\(file.name): a file of accounts has at most 1 MiB")
        }
        var sheet = AccountSheet()
        for try await chunk in model.bytes(of: file) { sheet.reader.feed(chunk) }
        sheet.reader.finish()
        let lines = try JSON.text(of: try sheet.lines(of: file.name))
        return try await model.database.first(
            "select * from accounting.import_accounts(\(lines)::jsonb)", as: Output.self,
            orThrow: .unavailable("the accounts were imported but not counted"))
    }
}
