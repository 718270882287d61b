/// How long what somebody types to sign in may be: it is measured before anything else looks at it.
enum TypedLimits {
    /// The characters of a name.
    static let name = 63
    /// The characters of a password, as PostgreSQL counts them.
    static let password = 1000
    /// The bytes of a one-time code, or of a recovery code, with blanks and dashes.
    static let code = 64
    /// The most bytes of a character.
    static let width = 4
}

extension Model {
    /// Throws `ModelError.invalid` for a name or a password that is too long to be one.
    ///
    /// SQL asks the same again. Here it keeps the text from being sent at all.
    static func checkTyped(name: String? = nil, password: String? = nil) throws {
        if let name, isLonger(name, than: TypedLimits.name) {
            throw ModelError.invalid("a name has at most \(TypedLimits.name) characters")
        }
        if let password, isLonger(password, than: TypedLimits.password) {
            throw ModelError.invalid("a password has at most \(TypedLimits.password) characters")
        }
    }

    /// The bytes first, whose number is known.
    private static func isLonger(_ text: String, than limit: Int) -> Bool {
        text.utf8.count > limit * TypedLimits.width || text.unicodeScalars.count > limit
    }
}
