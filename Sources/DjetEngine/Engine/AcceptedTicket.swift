/// The answer to a program whose work was offloaded.
public struct AcceptedTicket: Codable, Sendable {
    /// The ticket, such as `slow.42`.
    public var ticket: String
    /// The path where the ticket can be followed.
    public var location: String
}
