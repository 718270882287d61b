import DjetModel
import HTTPTypes

extension Visit {
    /// Returns the browser's session. Throws `RequestError`: 401 if nobody is signed in, 403 for a program
    /// with a token.
    ///
    /// A token that may change who gets in could make a session for itself, directly or through a user that
    /// it adds. Such a session would have more rights, and last longer, than the token was made for.
    @discardableResult
    func demandSession() throws -> Session {
        if let session { return session }
        guard user == nil else {
            throw RequestError(
                .forbidden,
                "this needs a browser's session: a token changes neither users nor accounts; sign in instead")
        }
        throw RequestError(.unauthorized, "sign in to do this")
    }
}
