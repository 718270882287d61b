/// The limits of texts that people type to sign in. They are checked before anything else.
enum TypedLimits {
    /// The most characters of a name.
    static let name = 63
    /// The most characters of a password, as PostgreSQL counts them.
    static let password = 1000
    /// The most bytes of a one-time code or a recovery code, with blanks and dashes.
    static let code = 64
    /// The most bytes of a character.
    static let width = 4
}

extension Model {
    /// Throws `ModelError.invalid` for a name or a password that is too long to be one.
    ///
    /// SQL checks the same again. The check here keeps the text from being sent.
    static func checkTyped(name: String? = nil, password: String? = nil) throws {
        if let name, isLonger(name, than: TypedLimits.name) {
            throw ModelError.invalid("a name must have at most \(TypedLimits.name) characters")
        }
        if let password, isLonger(password, than: TypedLimits.password) {
            throw ModelError.invalid("a password must have at most \(TypedLimits.password) characters")
        }
    }

    /// Checks the bytes first, whose number is known.
    private static func isLonger(_ text: String, than limit: Int) -> Bool {
        text.utf8.count > limit * TypedLimits.width || text.unicodeScalars.count > limit
    }
}
