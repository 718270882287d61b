import DjetModel
import HTTPTypes

extension Visit {
    /// True if the visitor has the right `use` and is signed in. Only the user who offloaded a ticket sees
    /// it, so a guest could not follow one.
    var mayOffload: Bool { may(.use) && user != nil }

    /// Throws `RequestError` of 401 for a guest.
    func refuseGuestsTicket() throws {
        guard user == nil else { return }
        throw RequestError(.unauthorized, "sign in, or send a token, to offload this")
    }
}
