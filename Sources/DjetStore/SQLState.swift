/// The server's five-character code of an error.
public struct SQLState: RawRepresentable, Sendable, Hashable, Codable {
    /// The five characters.
    public var rawValue: String

    /// Creates a code from any five characters: the server's list is longer than this one.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The first two characters: the class of the error.
    public var category: Substring { rawValue.prefix(2) }

    /// True if the fault is the server's own and may pass, whatever was asked of it.
    var isPassing: Bool { self == .readOnly || category == "53" || rawValue.hasPrefix("57P0") }

    /// A unique constraint refused the row.
    public static let uniqueViolation = SQLState(rawValue: "23505")
    /// A foreign key refused the row.
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// A check constraint refused the row.
    public static let checkViolation = SQLState(rawValue: "23514")
    /// Two concurrent transactions conflict, and one must be repeated.
    public static let serializationFailure = SQLState(rawValue: "40001")
    /// Two transactions waited for each other, and this one was aborted.
    public static let deadlockDetected = SQLState(rawValue: "40P01")
    /// The statement was cancelled.
    public static let queryCanceled = SQLState(rawValue: "57014")
    /// A lock was not granted in time.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// An earlier statement of the transaction failed.
    public static let inFailedTransaction = SQLState(rawValue: "25P02")
    /// The server or the transaction is read-only.
    public static let readOnly = SQLState(rawValue: "25006")
    /// A prepared statement returns other columns since a migration, among other unsupported features.
    static let featureNotSupported = SQLState(rawValue: "0A000")
    /// A prepared statement exists that this client did not prepare.
    static let duplicatePreparedStatement = SQLState(rawValue: "42P05")
    /// A prepared statement no longer exists, since something discarded it.
    static let undefinedPreparedStatement = SQLState(rawValue: "26000")
    /// The role lacks the privilege.
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// There is no such table.
    public static let undefinedTable = SQLState(rawValue: "42P01")
    /// There is no such function.
    public static let undefinedFunction = SQLState(rawValue: "42883")
    /// There is no such schema.
    public static let undefinedSchema = SQLState(rawValue: "3F000")
}
