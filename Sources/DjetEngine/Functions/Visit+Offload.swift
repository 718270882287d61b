import DjetModel
import HTTPTypes

extension Visit {
    /// Whether the visitor may leave something for later: a ticket is seen by whoever offloaded it alone, so that a
    /// guest could not follow one.
    var mayOffload: Bool { may(.use) && user != nil }

    /// Throws `Refusal` of 401 for a guest.
    func refuseGuestsTicket() throws {
        guard user == nil else { return }
        throw Refusal(.unauthorized, "sign in, or send a token, to leave this to a worker")
    }
}
