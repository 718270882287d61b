import DjetStore

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
