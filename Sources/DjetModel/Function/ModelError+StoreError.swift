public import DjetStore

/// The translation of the database's errors.
extension ModelError {
    /// The error that an SQL function raised with one of Djet's codes: `DJ400`, `DJ403`, `DJ404`, `DJ409`,
    /// `DJ503`. Nil for any other error.
    public init?(_ error: StoreError) {
        let rest = [error.detail, error.hint].compactMap(\.self)
        let text = rest.isEmpty ? error.message : error.message + ". " + rest.joined(separator: " ")
        self.init(error.sqlState, text)
    }

    /// The error of one of Djet's codes, which an SQL function raised, or returned for one of many. Nil for
    /// any other code.
    package init?(_ state: SQLState?, _ text: String) {
        switch state {
        case .invalid?: self = .invalid(text)
        case .forbidden?: self = .forbidden(text)
        case .notFound?: self = .notFound(text)
        case .conflict?: self = .conflict(text)
        case .unavailable?: self = .unavailable(text)
        default: return nil
        }
    }

    /// The error for the sender of a value that is out of its column's range, that the server cannot store,
    /// or that a check of a table refuses, by its name. Nil for any other error.
    package init?(ofValueIn error: StoreError) {
        if error.isOutOfRange {
            self = .invalid("a value is too large to be stored, or has a zero byte")
        } else if error.sqlState == .checkViolation, let rule = error.constraint {
            self = .invalid("the database refuses it, by the rule “\(rule.replacing("_", with: " "))”")
        } else {
            return nil
        }
    }

    /// Runs `body`. Throws the translation of its `StoreError` if there is one, else its own error.
    static func translating<Result>(
        by translation: (StoreError) -> (any Error)? = { ModelError($0) }, _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await body()
        } catch let error as StoreError {
            throw translation(error) ?? error
        }
    }
}

extension StoreError {
    /// True if a value was out of its column's range, or has a character that the server cannot store.
    fileprivate var isOutOfRange: Bool {
        // numeric_value_out_of_range, datetime_field_overflow, untranslatable_character,
        // character_not_in_repertoire
        ["22003", "22008", "22P05", "22021"].contains(sqlState?.rawValue)
    }
}

/// The codes that Djet's SQL functions raise.
extension SQLState {
    /// The arguments are invalid.
    package static let invalid = SQLState(rawValue: "DJ400")
    /// The acting user may not do it.
    package static let forbidden = SQLState(rawValue: "DJ403")
    /// Something that the arguments name does not exist.
    package static let notFound = SQLState(rawValue: "DJ404")
    /// The present state does not allow it.
    package static let conflict = SQLState(rawValue: "DJ409")
    /// Something that it needs is out of reach at present.
    package static let unavailable = SQLState(rawValue: "DJ503")
    /// The worker is not registered, or was struck off. Only `jobmachine.claim` and `beat` raise it.
    package static let workerNotRegistered = SQLState(rawValue: "DJW01")
}

extension ModelError {
    /// Creates the error that a row of a set-based function names in place of a value, by its columns
    /// `refusal_code` and `refusal`; nil if it names none.
    init?(refusalIn row: Row) throws {
        guard let code = try row.value("refusal_code", as: String?.self),
            let error = ModelError(SQLState(rawValue: code), try row.value("refusal"))
        else { return nil }
        self = error
    }
}
