import DjetJSON
import DjetStore

/// Imports a statement of a bank, CAMT.053 of ISO 20022 in any version, and books what customers have paid.
///
/// Each entry is known by its account and the bank's reference, or else by all that it says: the same
/// statement twice books nothing, and one that overlaps another only what is new. Only booked credits become
/// payments; debits and reversals are kept and listed. An entry for several payments becomes several.
///
/// A payment settles the invoices that it names: by a creditor reference (ISO 11649), by a number behind a
/// word for invoices, or by a number that stands alone if the invoice is the payer's or has exactly its
/// amount. One that names none settles the payer's invoice of exactly its amount, or else the payer's items,
/// due first. The payer is known by the account of earlier payments, or by the name. All others wait on the
/// clearing list until somebody assigns them (``AssignBankLine``), and so do those of a closed period.
///
/// All of a file is one transaction, of at most 8 MiB and 5,000 payments. A document type, entities, CDATA,
/// deep nesting and any encoding but UTF-8 are refused before a parser sees them.
///
/// - Throws: ``ModelError/invalid(_:)`` with statement, entry and field if the file cannot be read, or is in
///   another currency than the books; ``ModelError/notFound(_:)`` for an unknown account. Nothing has been
///   booked then.
public struct ImportStatement: ModelFunction {
    /// The name `accounting.import-statement`.
    public static let name = "accounting.import-statement"

    /// The hints of its form.
    public static let hints = [
        "file": "CAMT.053 (XML), at most 8 MiB",
        "account": "The ledger's account of the bank; without it, the one with the role bank",
    ]

    /// The numbers of what was imported.
    public struct Output: Codable, Sendable, Equatable {
        /// The number of statements in the file.
        public let statements: Int

        /// The number of their booked entries.
        public let entries: Int

        /// The number of entries that were known before.
        public let known: Int

        /// The number of payments that were booked.
        public let payments: Int

        /// The number of payments that wait on the clearing list.
        public let unmatched: Int

        /// The number of new debits and reversals.
        public let others: Int
    }

    /// The XML file in UTF-8.
    public var file: File

    /// The code of the ledger's account that the money went to; nil means the bank.
    public var account: String?

    /// Creates the import of a stored file.
    public init(file: File, account: String? = nil) {
        self.file = file
        self.account = account
    }

    /// Reads the file and books its payments.
    public func run(in model: Model) async throws -> Output {
        guard file.size <= StatementFile.largest else {
            throw ModelError.invalid("\(file.name): a statement has at most 8 MiB; split it")
        }
        let account = try PlainText.said(account, as: "account")
        let currency = try await model.database.first(
            "select currency from sales.shop", as: String?.self)
        var bytes: [UInt8] = []
        for try await chunk in model.bytes(of: file) { bytes += chunk }
        let statements = try read(bytes, currency ?? nil)
        return try await model.database.first(
            """
            select \(statements.count)::integer as statements, i.*
            from accounting.import_statements(
              \(try JSON.text(of: statements))::jsonb, \(String(file.name.prefix(255))), \(account),
              sales.shop_day(\(model.now))) i
            """,
            as: Output.self, orThrow: .unavailable("the statement was imported but not counted"))
    }

    private func read(_ bytes: [UInt8], _ currency: String?) throws -> [BankStatement] {
        do {
            return try StatementFile(name: file.name, currency: currency).statements(of: bytes)
        } catch let error as ImportError {
            throw ModelError.invalid(error.description)
        }
    }
}
