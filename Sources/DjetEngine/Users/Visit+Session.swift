import DjetModel
import HTTPTypes

extension Visit {
    /// The session of whoever is signed in with a browser. Throws `Refusal`: of 401 if nobody is signed in, of 403
    /// if it is a program with a token.
    ///
    /// A token that may change who gets in could make itself a session, also by way of a user whom it has just
    /// added, and with that be more, and for longer, than it was made for.
    @discardableResult
    func demandSession() throws -> Session {
        if let session { return session }
        guard user == nil else {
            throw Refusal(
                .forbidden,
                "this takes a browser's session: a token changes neither users nor accounts; sign in instead")
        }
        throw Refusal(.unauthorized, "sign in to do this")
    }
}
